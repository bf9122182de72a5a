package jp.kiyome.bridge.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.bridge.asking.ScriptedSource;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.verdict.LaterSource;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import org.junit.jupiter.api.Test;

class PendingVerdictsTest {

    private static final Instant DEADLINE = Instant.parse("2026-01-01T01:00:00Z");

    private Instant now = DEADLINE.minusSeconds(60);
    private LaterSource.Progress progress = new LaterSource.InWork("7");
    private final List<String> threats = new ArrayList<>();
    private final MemoryPendingStore store = new MemoryPendingStore();

    @Test
    void itWaitsUntilTheVerdictAndEndsOnce() {
        store.hold(item(Action.GO_ON));
        assertThat(pending().lookAfter()).isEmpty();
        progress = new LaterSource.Ended(Verdict.nothingFound());
        assertThat(pending().lookAfter()).extracting(Settlement::action).containsExactly(Action.GO_ON);
        assertThat(pending().lookAfter()).isEmpty();
    }

    @Test
    void aThreatBlocksAndIsTold() {
        store.hold(item(Action.GO_ON));
        progress = new LaterSource.Ended(Verdict.threat("x"));
        assertThat(pending().lookAfter()).extracting(Settlement::action).containsExactly(Action.BLOCK);
        assertThat(threats).containsExactly("cape x");
    }

    @Test
    void whatTheOthersSaidIsNotForgotten() {
        store.hold(item(Action.HOLD));
        progress = new LaterSource.Ended(Verdict.nothingFound());
        assertThat(pending().lookAfter()).extracting(Settlement::action).containsExactly(Action.HOLD);
    }

    @Test
    void atTheDeadlineThePolicyDecides() {
        store.hold(item(Action.GO_ON));
        now = DEADLINE.minusMillis(1);
        assertThat(pending().lookAfter()).isEmpty();
        now = DEADLINE;
        List<Settlement> settled = pending().lookAfter();
        assertThat(settled).extracting(Settlement::action).containsExactly(Action.HOLD);
        assertThat(settled).extracting(Settlement::cause).containsExactly(Settlement.Cause.DEADLINE);
    }

    @Test
    void aSourceThatIsAwayForAWhileMayComeBack() {
        store.hold(item(Action.GO_ON));
        progress = new LaterSource.Ended(Verdict.notScanned(WhyNotScanned.SOURCE_DOWN, ""));
        assertThat(pending().lookAfter()).isEmpty();
        progress = new LaterSource.Ended(Verdict.nothingFound());
        assertThat(pending().lookAfter()).extracting(Settlement::action).containsExactly(Action.GO_ON);
    }

    @Test
    void aTaskThatFailedIsNotNothingFound() {
        store.hold(item(Action.GO_ON));
        progress = new LaterSource.Ended(Verdict.notScanned(WhyNotScanned.REFUSED, "failed_analysis"));
        assertThat(pending().lookAfter()).extracting(Settlement::action).containsExactly(Action.HOLD);
    }

    @Test
    void aSourceThatThePolicyNoLongerNamesHasNotScanned() {
        store.hold(item(Action.GO_ON));
        PendingVerdicts without = new PendingVerdicts(
                store, List.of(), VerdictRules.usual(), Duration.ofSeconds(1), (a, b, c) -> {}, () -> now);
        assertThat(without.lookAfter()).extracting(Settlement::action).containsExactly(Action.HOLD);
    }

    @Test
    void whatIsNotNotedAsDoneIsDoneAgainUnderTheSameId() {
        store.hold(item(Action.GO_ON));
        progress = new LaterSource.Ended(Verdict.nothingFound());
        pending().lookAfter();
        List<String> done = new ArrayList<>();
        try {
            pending().carryOut(settlement -> {
                done.add(settlement.id());
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException e) {
            done.add(String.valueOf(e.getMessage()));
        }
        pending().carryOut(settlement -> done.add(settlement.id()));
        pending().carryOut(settlement -> done.add(settlement.id()));
        assertThat(done).containsExactly("a", "killed", "a");
    }

    @Test
    void whatIsNotDoneYetIsCalledAgain() {
        store.hold(item(Action.GO_ON));
        progress = new LaterSource.Ended(Verdict.nothingFound());
        pending().lookAfter();
        List<String> called = new ArrayList<>();
        pending().carryOut(settlement -> !called.add(settlement.id()));
        pending().carryOut(settlement -> called.add(settlement.id()));
        pending().carryOut(settlement -> called.add(settlement.id()));
        assertThat(called).containsExactly("a", "a");
    }

    @Test
    void whatEachTicketHasBecomeIsTold() {
        Ticket file = new Ticket("cape", "7", "0".repeat(64), "0".repeat(64));
        Ticket address = new Ticket("gone", "8", "1".repeat(64), "https://example.invalid/");
        store.hold(new PendingItem("a", List.of(file, address), Action.GO_ON, DEADLINE));
        now = DEADLINE;
        List<Heard> heard = pending().lookAfter().getFirst().heard();
        assertThat(heard).extracting(Heard::ticket).containsExactly(file, address);
        assertThat(heard)
                .extracting(one -> ((Verdict.NotScanned) one.verdict()).why())
                .containsExactly(WhyNotScanned.PENDING, WhyNotScanned.NOBODY_ASKED);
    }

    private PendingVerdicts pending() {
        return new PendingVerdicts(
                store,
                List.of(new ScriptedSource.Later("cape", () -> progress)),
                VerdictRules.usual(),
                Duration.ofSeconds(1),
                (sha256, source, threat) -> threats.add(source + " " + threat.name()),
                () -> now);
    }

    private static PendingItem item(Action settled) {
        Ticket ticket = new Ticket("cape", "7", "0".repeat(64), "0".repeat(64));
        return new PendingItem("a", List.of(ticket), settled, DEADLINE);
    }
}
