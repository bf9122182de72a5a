package jp.kiyome.quarantine.heartbeat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;

/** Has a process tell of itself until it is closed, by a thread of its own. */
public final class Pulse implements AutoCloseable {

    private static final Duration LAST = Duration.ofSeconds(10);

    private final Beating beating;
    private final Supplier<List<Organisation>> organisations;
    private final Function<Organisation, List<Measure>> measures;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Pulse(
            Beating beating,
            Supplier<List<Organisation>> organisations,
            Function<Organisation, List<Measure>> measures) {
        this.beating = beating;
        this.organisations = organisations;
        this.measures = measures;
        this.thread = Thread.ofVirtual().name("pulse").unstarted(this::work);
    }

    /**
     * Whose pulse it is.
     *
     * @param process its name, unlike that of any other
     * @param complaints told when it cannot be written, as when the store is away
     */
    public record Beating(
            Heartbeats heartbeats,
            Actor who,
            String process,
            Duration pause,
            InstantSource clock,
            Consumer<String> complaints) {}

    /**
     * Begins with the first.
     *
     * @param organisations that it works for; asked each time
     * @param measures what concerns one of them
     */
    public static Pulse begin(
            Beating beating,
            Supplier<List<Organisation>> organisations,
            Function<Organisation, List<Measure>> measures) {
        Pulse pulse = new Pulse(beating, organisations, measures);
        pulse.thread.start();
        return pulse;
    }

    private void work() {
        try {
            do {
                guarded(() -> organisations.get().forEach(one -> guarded(() -> beat(one))));
                // Not interrupted while it writes: that would close the connection to the database.
            } while (!closed.await(beating.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails for one keeps nothing from the others. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            beating.complaints().accept(String.valueOf(e));
        }
    }

    private void beat(Organisation organisation) {
        List<Measure> now = measures.apply(organisation);
        beating.heartbeats()
                .beat(
                        organisation,
                        beating.who(),
                        new Heartbeat(beating.process(), beating.clock().instant(), beating.pause(), now));
    }

    /** Ends after the one that is being written. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(LAST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
