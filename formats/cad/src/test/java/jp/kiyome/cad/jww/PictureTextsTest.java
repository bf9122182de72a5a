package jp.kiyome.cad.jww;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PictureTextsTest {

    private final PictureTexts texts = PictureTexts.of(Map.of("a.bmp", "b.bmp"));

    @Provide
    Arbitrary<String> almostMarks() {
        return Arbitraries.of("^", "@", "B", "b", "M", "m", "^@BM", "%temp%", "a.bmp", ",1,2", "\\", "x")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property
    void noMarkIsLeftButThatOfAPictureInside(@ForAll("almostMarks") String text) {
        String judged = texts.judged(text, "CDataMoji", Noted.NOTHING);
        if (!judged.startsWith("^@BM%temp%b.bmp,")) {
            assertThat(judged.toLowerCase(Locale.ROOT)).doesNotContain("^@b");
        }
    }

    @Property
    void judgingTwiceChangesNothing(@ForAll("almostMarks") String text) {
        PictureTexts again = PictureTexts.of(Map.of("b.bmp", "b.bmp"));
        String judged = texts.judged(text, "CDataMoji", Noted.NOTHING);
        assertThat(again.judged(judged, "CDataMoji", Noted.NOTHING)).isEqualTo(judged);
    }

    @Test
    void aPictureInsideIsCalledAsItIsInTheOutput() {
        assertThat(texts.judged("^@BM%TEMP%A.bmp,100,64.5,0,0,1,90,255,255,255", "CDataMoji", Noted.NOTHING))
                .isEqualTo("^@BM%temp%b.bmp,100,64.5,0,0,1,90,255,255,255");
    }
}
