package jp.kiyome.bridge.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.finding.Untrusted;
import org.junit.jupiter.api.Test;

/** What every store of waiting items keeps to. */
public interface PendingStoreContract {

    /** The store, empty at the start of a test. */
    PendingStore store();

    /** The same store as another process, or this one after a restart, sees it. */
    PendingStore reopened();

    @Test
    default void whatWaitsIsThereAfterARestartInItsOrder() {
        PendingItem late = item("a", 20);
        PendingItem soon = item("b", 10);
        PendingItem asSoon = item("c", 10);
        store().hold(late);
        store().hold(asSoon);
        store().hold(soon);
        assertThat(reopened().waiting()).containsExactly(soon, asSoon, late);
    }

    @Test
    default void anItemIsTakenInOnce() {
        store().hold(item("a", 1));
        assertThatThrownBy(() -> reopened().hold(item("a", 2))).isInstanceOf(IllegalArgumentException.class);
        store().settle(settlement("a", Action.BLOCK));
        reopened().acted(id("a"));
        assertThatThrownBy(() -> reopened().hold(item("a", 3))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void whatWasNeverHeldIsNotSettled() {
        assertThat(store().settle(settlement("a", Action.GO_ON))).isFalse();
        assertThat(store().settled()).isEmpty();
    }

    @Test
    default void theFirstSettlementStands() {
        store().hold(item("a", 1));
        assertThat(store().settle(settlement("a", Action.BLOCK))).isTrue();
        assertThat(reopened().settle(settlement("a", Action.GO_ON))).isFalse();
        assertThat(reopened().waiting()).isEmpty();
        assertThat(reopened().settled()).containsExactly(settlement("a", Action.BLOCK));
    }

    @Test
    default void ofManyWhoSettleOneSucceeds() throws Exception {
        store().hold(item("a", 1));
        PendingStore other = reopened();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                PendingStore one = i % 2 == 0 ? store() : other;
                Action action = List.of(Action.values()).get(i % 3);
                tries.add(threads.submit(() -> one.settle(settlement("a", action))));
            }
            int settled = 0;
            for (Future<Boolean> one : tries) {
                settled += one.get() ? 1 : 0;
            }
            assertThat(settled).isEqualTo(1);
        }
        assertThat(reopened().settled()).hasSize(1);
    }

    @Test
    default void aSettlementWaitsUntilItIsCarriedOut() {
        store().hold(item("a", 1));
        store().hold(item("b", 1));
        store().settle(settlement("b", Action.GO_ON));
        store().settle(settlement("a", Action.BLOCK));
        assertThat(reopened().settled()).containsExactly(settlement("b", Action.GO_ON), settlement("a", Action.BLOCK));
        reopened().acted(id("b"));
        reopened().acted(id("b"));
        assertThat(reopened().settled()).containsExactly(settlement("a", Action.BLOCK));
    }

    /** What is said comes back as it was said, whatever stands in it. */
    @Test
    default void everyVerdictComesBackAsItWas() {
        Ticket file = new Ticket("cape", "7", "0".repeat(64), "0".repeat(64));
        Ticket address = new Ticket("cape", "8", "1".repeat(64), "https://example.invalid/?q=日本");
        List<Verdict> verdicts = List.of(
                Verdict.nothingFound(),
                Verdict.threat("Win.Test\n\u0000\u202e\\"),
                new Verdict.Suspicious(4.5, List.of(Untrusted.of("one"), Untrusted.of(""), Untrusted.of("two"))),
                new Verdict.Suspicious(4.5, List.of()),
                new Verdict.Suspicious(4.5, List.of(Untrusted.nothing())),
                Verdict.notScanned(WhyNotScanned.TIME_OUT, ""),
                Verdict.notScanned(WhyNotScanned.NOBODY_ASKED, "a b"));
        List<Heard> heard = verdicts.stream()
                .map(verdict -> new Heard(verdict instanceof Verdict.Threat ? file : address, verdict))
                .toList();
        List<Ticket> tickets = heard.stream().map(Heard::ticket).toList();
        PendingItem item = new PendingItem(id("a"), tickets, Action.HOLD, Instant.parse("2026-01-01T00:00:00Z"));
        store().hold(item);
        assertThat(reopened().waiting()).containsExactly(item);
        Settlement settlement = new Settlement(
                id("a"),
                Action.BLOCK,
                Settlement.Cause.DEADLINE,
                Untrusted.of("\u0000why"),
                heard,
                Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThat(store().settle(settlement)).isTrue();
        assertThat(reopened().settled()).containsExactly(settlement);
    }

    /** Ids are those of items. */
    private static String id(String letter) {
        return "00000000-0000-8000-8000-00000000000" + letter;
    }

    private static PendingItem item(String letter, int seconds) {
        Instant deadline = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds);
        Ticket ticket = new Ticket("cape", "7", "0".repeat(64), "0".repeat(64));
        return new PendingItem(id(letter), List.of(ticket), Action.GO_ON, deadline);
    }

    private static Settlement settlement(String letter, Action action) {
        Ticket ticket = new Ticket("cape", "7", "0".repeat(64), "0".repeat(64));
        return new Settlement(
                id(letter),
                action,
                Settlement.Cause.VERDICT,
                Untrusted.of("why"),
                List.of(new Heard(ticket, Verdict.nothingFound())),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
