package jp.kiyome.quarantine.store;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.TOWN;
import static jp.kiyome.quarantine.fixture.Given.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.outbox.Dsn;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.outbox.Put;
import jp.kiyome.quarantine.outbox.Withheld;
import org.junit.jupiter.api.Test;

/** Letters on their way, and notes about items, whatever database they stand in. */
abstract class OutboxContract extends StoreFixture {

    private static final String SATO = "sato@midori.example.invalid";
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static Letter letter(String name, Instant made) {
        return Letter.of(name, "notice", SATO, Optional.empty(), "mail " + name, made);
    }

    private List<Letter> claim(Instant now) {
        return store.outbox().claim(CITY, now, CLAIM, 10);
    }

    @Test
    void aLetterIsPutOnceAndOutlivesTheProcess() throws IOException {
        assertThat(store.outbox().put(CITY, letter("a", NOON))).isTrue();
        assertThat(store.outbox().put(CITY, letter("a", NOON.plusSeconds(9)))).isFalse();
        store.close();
        reopen();
        assertThat(claim(NOON)).containsExactly(letter("a", NOON));
        assertThat(store.outbox().put(CITY, letter("a", NOON))).isFalse();
    }

    @Test
    void whatASenderHasAskedGoesWithTheLetter() throws IOException {
        Letter asked =
                letter("a", NOON).asking(new Dsn("HDRS", "QQ314", "SUCCESS,DELAY", "rfc822;sat+2Bo@midori.example"));
        store.outbox().put(CITY, asked);
        store.close();
        reopen();
        assertThat(claim(NOON)).containsExactly(asked);
        assertThatThrownBy(() -> new Dsn("", "a\tb", "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsClaimedIsNobodyElsesUntilTheClaimEnds() {
        store.outbox().put(CITY, letter("second", NOON.plusMillis(1)));
        store.outbox().put(CITY, letter("first", NOON));
        Instant now = NOON.plusSeconds(1);
        assertThat(claim(now)).extracting(Letter::name).containsExactly("first", "second");
        assertThat(claim(now)).isEmpty();
        assertThat(claim(now.plus(CLAIM))).hasSize(2);
    }

    @Test
    void whatWasSentIsSentNoMoreAndKeepsNoMail() {
        store.outbox().put(CITY, letter("a", NOON));
        Letter one = claim(NOON).getFirst();
        store.outbox().sent(CITY, one);
        assertThat(claim(NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(store.outbox().isKnown(CITY, "a")).isTrue();
        store.outbox().forget(CITY, NOON.plusSeconds(1));
        assertThat(store.outbox().isKnown(CITY, "a")).isFalse();
    }

    @Test
    void whatIsPutOffIsDueAgainThenAndCounted() {
        store.outbox().put(CITY, letter("a", NOON));
        Letter one = claim(NOON).getFirst();
        store.outbox().later(CITY, one, NOON.plusSeconds(300));
        assertThat(claim(NOON.plusSeconds(299))).isEmpty();
        assertThat(claim(NOON.plusSeconds(300))).extracting(Letter::tries).containsExactly(1);
    }

    @Test
    void tooManyWithinAnHourAreCountedAndToldOfOnce() {
        for (int i = 0; i < 5; i++) {
            Put put = store.outbox().put(CITY, letter("n" + i, NOON.plusSeconds(i)), 3);
            assertThat(put).isEqualTo(i < 3 ? Put.TAKEN : Put.WITHHELD);
        }
        assertThat(store.outbox().put(CITY, letter("later", NOON.plusSeconds(3_603)), 3))
                .isEqualTo(Put.TAKEN);
        assertThat(store.outbox().withheld(CITY, NOON.plusSeconds(2))).isEmpty();
        assertThat(store.outbox().withheld(CITY, NOON.plusSeconds(3))).containsExactly(new Withheld(SATO, 2));
        store.outbox().tellWithheld(CITY, letter("summary", NOON.plusSeconds(3_604)));
        assertThat(store.outbox().withheld(CITY, NOON.plusSeconds(9_999))).isEmpty();
        assertThat(claim(NOON.plusSeconds(3_604))).hasSize(5);
    }

    @Test
    void organisationsDoNotSeeEachOthersLetters() {
        store.organisations().enrol(TOWN, GATEWAY);
        store.outbox().put(CITY, letter("a", NOON));
        assertThat(store.outbox().claim(TOWN, NOON, CLAIM, 10)).isEmpty();
        assertThat(store.outbox().put(TOWN, letter("a", NOON))).isTrue();
    }

    @Test
    void aNoteIsAddedWhereTheOthersAllowIt() throws IOException {
        ItemId item = accepted(store, CITY, "hello");
        for (int i = 0; i < 3; i++) {
            boolean added = store.trail()
                    .note(CITY, GATEWAY, item, "item.password", Map.of("by", "mail"), notes -> notes.size() < 2);
            assertThat(added).isEqualTo(i < 2);
        }
        assertThat(store.trail().notes(CITY, item))
                .hasSize(2)
                .extracting(AuditRecord::action)
                .containsOnly("item.password");
        assertClean();
    }
}
