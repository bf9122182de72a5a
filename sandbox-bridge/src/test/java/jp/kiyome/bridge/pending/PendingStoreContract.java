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
        reopened().acted("a");
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
        reopened().acted("b");
        reopened().acted("b");
        assertThat(reopened().settled()).containsExactly(settlement("a", Action.BLOCK));
    }

    private static PendingItem item(String id, int seconds) {
        Instant deadline = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds);
        return new PendingItem(
                id, "0".repeat(64), "0".repeat(64), List.of(new Ticket("cape", "7")), Action.GO_ON, deadline);
    }

    private static Settlement settlement(String id, Action action) {
        return new Settlement(
                id, action, Settlement.Cause.VERDICT, Untrusted.of("why"), Instant.parse("2026-01-01T00:00:00Z"));
    }
}
