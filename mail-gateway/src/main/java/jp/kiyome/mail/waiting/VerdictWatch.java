package jp.kiyome.mail.waiting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.kiyome.mail.relay.Notice;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.store.Store;

/**
 * Looks after mails that wait for verdicts until it is closed: a thread for each organisation. It goes on from the store, whoever
 * has begun; what a thread could not do in one round it does in a later one.
 */
public final class VerdictWatch implements AutoCloseable {

    /** Sandboxes take minutes: where nothing happens, each pause is half as long again as the one before, up to so many times the first. */
    private static final int LONGEST = 15;

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration pause;
    private final Consumer<String> log;

    private VerdictWatch(Duration pause, Consumer<String> log) {
        this.pause = pause;
        this.log = log;
    }

    /**
     * Opens it.
     *
     * @param store in which the organisations are enrolled
     * @param rebuilding of each organisation and group, always the same
     * @param notices told of what is held
     * @param pause the shortest between two rounds
     * @param log told of rounds that failed, as when the store is away
     */
    public static VerdictWatch open(
            GatewaySettings settings,
            Store store,
            Function<OrganisationSettings, Rebuilding> rebuilding,
            Consumer<Notice> notices,
            Duration pause,
            InstantSource clock,
            Consumer<String> log) {
        VerdictWatch watch = new VerdictWatch(pause, log);
        for (OrganisationSettings whole : settings.organisations()) {
            List<Watch> parts = whole.parts().stream()
                    .map(part ->
                            new Watch(settings.name(), whole, part, rebuilding.apply(part), store, notices, log, clock))
                    .toList();
            watch.threads.add(Thread.ofVirtual().start(() -> watch.work(whole, parts)));
        }
        return watch;
    }

    private void work(OrganisationSettings whose, List<Watch> parts) {
        try {
            Duration now = pause;
            do {
                now = round(whose, parts) ? pause : longer(now);
            } while (!closed.await(now.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether something has happened, or is about to. */
    private boolean round(OrganisationSettings whose, List<Watch> parts) {
        boolean news = false;
        for (Watch part : parts) {
            try {
                news |= part.look();
                news |= part.carryOut();
            } catch (RuntimeException e) {
                log.accept(whose.organisation() + ": " + e);
            }
        }
        return news;
    }

    private Duration longer(Duration last) {
        Duration next = last.multipliedBy(3).dividedBy(2);
        Duration most = pause.multipliedBy(LONGEST);
        return next.compareTo(most) > 0 ? most : next;
    }

    /** Ends after what is being dealt with. */
    @Override
    public void close() {
        closed.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
