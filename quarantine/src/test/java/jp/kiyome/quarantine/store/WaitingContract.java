package jp.kiyome.quarantine.store;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.TOWN;
import static jp.kiyome.quarantine.fixture.Given.rebuilt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.outbox.Outbox;
import jp.kiyome.quarantine.waiting.Claim;
import jp.kiyome.quarantine.waiting.End;
import jp.kiyome.quarantine.waiting.Settled;
import jp.kiyome.quarantine.waiting.Waiter;
import org.junit.jupiter.api.Test;

/** Items that wait for verdicts, whatever database they stand in. */
abstract class WaitingContract extends StoreFixture {

    private static final Group TAX = new Group("tax");

    private static ItemId id(int number) {
        return ItemId.parse("00000000-0000-8000-8000-00000000000" + number);
    }

    private static Waiter waiter(ItemId item, int seconds) {
        Claim file = new Claim("cape", "7", "0".repeat(64), "0".repeat(64));
        Claim address = new Claim("cape", "8", "1".repeat(64), "https://example.invalid/日本");
        return new Waiter(item, TAX, List.of(file, address), "GO_ON", "a\nnote\u0000", NOON.plusSeconds(seconds));
    }

    private static End end(ItemId item, String action) {
        return new End(item, action, "VERDICT", Untrusted.of("why\u0000"), List.of("one", "two"), NOON.plusMillis(7));
    }

    @Test
    void whoWaitsIsThereAfterARestartTheEarliestDeadlineFirst() throws IOException {
        store.waiting().hold(CITY, waiter(id(1), 9));
        store.waiting().hold(CITY, waiter(id(2), 3));
        store.close();
        reopen();
        assertThat(store.waiting().waiting(CITY)).containsExactly(waiter(id(2), 3), waiter(id(1), 9));
        assertClean();
    }

    @Test
    void oneSettlesAndWhatItSaidStands() throws IOException {
        ItemId item = id(1);
        assertThat(store.waiting().settle(CITY, end(item, "GO_ON"))).isFalse();
        store.waiting().hold(CITY, waiter(item, 1));
        assertThat(store.waiting().settle(CITY, end(item, "BLOCK"))).isTrue();
        assertThat(store.waiting().settle(CITY, end(item, "GO_ON"))).isFalse();
        store.close();
        reopen();
        assertThat(store.waiting().waiting(CITY)).isEmpty();
        assertThat(store.waiting().settled(CITY)).containsExactly(new Settled(waiter(item, 1), end(item, "BLOCK")));
    }

    @Test
    void whatIsDealtWithIsNotToWaitAgainAndKeepsNoWords() {
        ItemId item = id(1);
        store.waiting().hold(CITY, waiter(item, 1));
        store.waiting().acted(CITY, item);
        assertThat(store.waiting().waiting(CITY)).as("it waits").hasSize(1);
        store.waiting().settle(CITY, end(item, "BLOCK"));
        store.waiting().acted(CITY, item);
        store.waiting().acted(CITY, item);
        assertThat(store.waiting().settled(CITY)).isEmpty();
        assertThat(store.waiting().isKnown(CITY, item)).isTrue();
        assertThat(store.waiting().hold(CITY, waiter(item, 2))).isFalse();
        assertThat(store.waiting().waiting(CITY)).isEmpty();
    }

    /** Holding an item and the note that it waits are one change. */
    @Test
    void anItemIsHeldAndWaitsOrNeither() throws IOException {
        Item item = rebuilt(store, CITY, "a mail");
        assertThatThrownBy(() -> store.ledger().change(CITY, GATEWAY, change -> {
                    store.waiting().hold(change, waiter(item.id(), 1));
                    store.items().move(change, item.id(), State.HELD, "waits");
                    throw new IllegalStateException("the machine stops");
                }))
                .hasMessage("the machine stops");
        assertThat(store.waiting().waiting(CITY)).isEmpty();
        assertThat(store.items().find(CITY, item.id()).orElseThrow().state()).isEqualTo(State.REBUILT);
        store.ledger().change(CITY, GATEWAY, change -> {
            store.waiting().hold(change, waiter(item.id(), 1));
            return store.items().move(change, item.id(), State.HELD, "waits");
        });
        assertThat(store.waiting().waiting(CITY)).hasSize(1);
        assertClean();
    }

    @Test
    void theTrailSaysWhoWaitedForWhomAndHowItEnded() throws IOException {
        Item item = rebuilt(store, CITY, "a mail");
        store.waiting().hold(CITY, waiter(item.id(), 1));
        store.waiting().settle(CITY, end(item.id(), "BLOCK"));
        List<AuditRecord> notes = store.trail().notes(CITY, item.id());
        assertThat(notes).anySatisfy(note -> {
            assertThat(note.action()).isEqualTo("item.waiting");
            assertThat(note.fields()).containsEntry("sources", "cape");
        });
        assertThat(notes).anySatisfy(note -> {
            assertThat(note.action()).isEqualTo("item.verdict");
            assertThat(note.fields()).containsEntry("action", "BLOCK").containsEntry("cause", "VERDICT");
        });
        assertClean();
    }

    @Test
    void anotherOrganisationWaitsForItself() {
        store.organisations().enrol(TOWN, GATEWAY);
        ItemId item = id(1);
        store.waiting().hold(CITY, waiter(item, 1));
        assertThat(store.waiting().waiting(TOWN)).isEmpty();
        assertThat(store.waiting().settle(TOWN, end(item, "GO_ON"))).isFalse();
        assertThat(store.waiting().hold(TOWN, waiter(item, 2))).isTrue();
        assertThat(store.waiting().settle(TOWN, end(item, "GO_ON"))).isTrue();
        assertThat(store.waiting().waiting(CITY)).containsExactly(waiter(item, 1));
    }

    @Test
    void lettersAboutAnItemTellTheirFate() {
        ItemId item = id(1);
        for (String one : List.of("a", "b", "c")) {
            store.outbox().put(CITY, letter(one, "verdict", Optional.of(item)));
        }
        store.outbox().put(CITY, letter("d", "notice", Optional.of(item)));
        store.outbox().put(CITY, letter("e", "verdict", Optional.of(id(2))));
        for (Letter letter : store.outbox().claim(CITY, NOON, Duration.ofMinutes(1), 10)) {
            switch (letter.name()) {
                case "a" -> store.outbox().sent(CITY, letter);
                case "b" -> store.outbox().refused(CITY, letter);
                default -> store.outbox().later(CITY, letter, NOON);
            }
        }
        assertThat(store.outbox().about(CITY, item, "verdict"))
                .isEqualTo(Map.of(
                        Outbox.Fate.SENT, List.of("a@example.invalid"),
                        Outbox.Fate.REFUSED, List.of("b@example.invalid"),
                        Outbox.Fate.WAITING, List.of("c@example.invalid")));
    }

    private static Letter letter(String name, String kind, Optional<ItemId> about) {
        Instant made = NOON.minusSeconds(1);
        return Letter.of(name, kind, name + "@example.invalid", about, "mail", made);
    }
}
