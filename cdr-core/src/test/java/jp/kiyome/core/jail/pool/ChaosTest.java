package jp.kiyome.core.jail.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import jp.kiyome.core.policy.JailRule;
import org.junit.jupiter.api.Test;

/**
 * Ordinary and hostile files mixed, and workers killed at random. A few hundred files and 20 seconds in every build;
 * {@code -Dkiyome.jail.files=10000} and {@code -Dkiyome.jail.chaos.seconds=600} for the long runs.
 */
class ChaosTest {

    private static final List<String> BAD = List.of(
            "! sleep",
            "! spin",
            "! heap",
            "! direct",
            "! threads",
            "! throw",
            "! deep",
            "! exit",
            "! crash",
            "! flood",
            "! lie-length",
            "! socket",
            "! listen",
            "! channel",
            "! passwd",
            "! process",
            "! fork-bomb",
            "! write-outside",
            "! environment",
            "! answer-other",
            "! disk",
            "? crash",
            "? sleep",
            "? exit");

    private static final int LONGER = 5;

    private record Given(String line, boolean ordinary, Future<MockPool.Ended> ended) {}

    @Test
    void ordinaryFilesDoNotNoticeHostileOnes() throws Exception {
        assumeThat(MockPool.canBeJailed()).as("bubblewrap is installed").isTrue();
        new MockPool(JailRule.REQUIRED).close();
        Leftovers before = Leftovers.now();
        int files = Integer.getInteger("kiyome.jail.files", 240);
        try (MockPool pool = new MockPool(JailRule.REQUIRED);
                ExecutorService senders = Executors.newFixedThreadPool(3)) {
            List<Given> given = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                given.add(give(pool, senders, "ordinary " + i, true));
                if (i % (files / BAD.size()) == 0 && i / (files / BAD.size()) < BAD.size()) {
                    given.add(give(pool, senders, BAD.get(i / (files / BAD.size())), false));
                }
            }
            assertThat(given).hasSize(files + BAD.size());
            check(given);
        }
        nothingIsLeft(before);
    }

    @Test
    void killingWorkersLosesNothingAndPassesNothing() throws Exception {
        assumeThat(MockPool.canBeJailed()).as("bubblewrap is installed").isTrue();
        Leftovers before = Leftovers.now();
        Duration time = Duration.ofSeconds(Integer.getInteger("kiyome.jail.chaos.seconds", 20));
        int rebuilt = 0;
        int failed = 0;
        int turnedAway = 0;
        try (MockPool pool = new MockPool(JailRule.REQUIRED);
                ExecutorService senders = Executors.newFixedThreadPool(3);
                Killer killer = new Killer()) {
            long end = System.nanoTime() + time.toNanos();
            // On a busy machine no worker may have lived long enough by then.
            long last = end + LONGER * time.toNanos();
            for (int round = 0; System.nanoTime() < (rebuilt > 0 ? end : last); round++) {
                List<Given> given = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    given.add(give(pool, senders, "round " + round + " file " + i, true));
                }
                for (Given one : given) {
                    MockPool.Ended ended;
                    try {
                        ended = one.ended.get();
                    } catch (ExecutionException e) {
                        // No worker lived long enough to start: nothing was done with the file.
                        assertThat(e).hasCauseInstanceOf(JailUnavailable.class);
                        turnedAway++;
                        continue;
                    }
                    if (ended.verdict().equals("REBUILT")) {
                        assertThat(ended.output()).isEqualTo("MOCK\n" + one.line + "\n");
                        rebuilt++;
                    } else {
                        assertThat(ended.reason()).startsWith("jail.worker-died");
                        assertThat(ended.output()).isEmpty();
                        failed++;
                    }
                }
            }
            killer.stop();
            assertThat(pool.sanitize("after the storm").verdict()).isEqualTo("REBUILT");
            System.getLogger("chaos")
                    .log(
                            System.Logger.Level.INFO,
                            rebuilt + " rebuilt, " + failed + " failed, " + turnedAway + " turned away; "
                                    + pool.pool.figures());
        }
        assertThat(rebuilt).isPositive();
        nothingIsLeft(before);
    }

    private static Given give(MockPool pool, ExecutorService senders, String line, boolean ordinary) {
        return new Given(line, ordinary, senders.submit(() -> pool.sanitize(line)));
    }

    private static void check(List<Given> given) throws InterruptedException, ExecutionException {
        for (Given one : given) {
            MockPool.Ended ended = one.ended.get();
            assertThat(ended.reason()).doesNotContain("BREACH");
            if (one.ordinary) {
                assertThat(ended.output()).isEqualTo("MOCK\n" + one.line + "\n");
            } else {
                assertThat(ended.verdict()).as(one.line).isEqualTo("FAILED");
                assertThat(ended.reason()).isNotEmpty();
            }
        }
    }

    private static void nothingIsLeft(Leftovers before) {
        Leftovers after = Leftovers.now();
        assertThat(after.processes()).isLessThanOrEqualTo(before.processes());
        assertThat(after.directories()).isLessThanOrEqualTo(before.directories());
        assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + 6);
    }

    /** Kills every 200 ms one of the processes below this one, whichever it is, until it is closed. */
    private static final class Killer implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread thread = Thread.ofPlatform().daemon().start(this::kill);

        private void kill() {
            Random random = new Random(42);
            while (!over.get()) {
                LockSupport.parkNanos(200_000_000);
                List<ProcessHandle> all = ProcessHandle.current().descendants().toList();
                if (!all.isEmpty()) {
                    all.get(random.nextInt(all.size())).destroyForcibly();
                }
            }
        }

        @Override
        public void close() {
            stop();
        }

        void stop() {
            over.set(true);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
