package jp.kiyome.office.value;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kiyome.office.value.ClickAction.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickActionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ppaction://noaction",
                "ppaction://hlinksldjump",
                "ppaction://hlinkshowjump?jump=firstslide",
                "ppaction://hlinkshowjump?jump=lastslide",
                "ppaction://hlinkshowjump?jump=nextslide",
                "ppaction://hlinkshowjump?jump=previousslide",
                "ppaction://hlinkshowjump?jump=lastslideviewed",
                "ppaction://hlinkshowjump?jump=endshow",
                "ppaction://customshow?id=0",
                "ppaction://customshow?id=12&return=true",
                "ppaction://media"
            })
    void movesWithinTheShowStay(String action) {
        assertThat(ClickAction.canonical(action)).contains(action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ppaction://program",
                "ppaction://macro?name=Module1.Start",
                "PPACTION://MACRO?name=x",
                "ppaction://ole?verb=0",
                "ppaction://hlinkfile",
                "ppaction://hlinkpres?slideindex=1&slidetitle=x",
                "ppaction://hlinkshowjump",
                "ppaction://hlinkshowjump?jump=elsewhere",
                "ppaction://hlinkshowjump?jump=firstslide&jump=endshow",
                "ppaction://hlinkshowjump?jump=firstslide&macro=x",
                "ppaction://hlinksldjump?x=1",
                "ppaction://hlinksldjump?",
                "ppaction://customshow?id=integer",
                "ppaction://customshow?id=-1",
                "ppaction://customshow?id=",
                " ppaction://media",
                "http://example.invalid/",
                "ppaction://"
            })
    void everythingElseDoesNothing(String action) {
        assertThat(ClickAction.canonical(action)).isEmpty();
    }

    @Test
    void theKindTellsWhatTheCallerMustCheck() {
        assertThat(ClickAction.parse("ppaction://HlinkSldJump"))
                .contains(new ClickAction(Kind.SLIDE, "ppaction://hlinksldjump"));
        assertThat(ClickAction.parse("ppaction://media")).map(ClickAction::kind).contains(Kind.MEDIA);
    }
}
