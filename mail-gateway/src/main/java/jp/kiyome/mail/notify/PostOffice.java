package jp.kiyome.mail.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.outbox.Withheld;
import jp.kiyome.quarantine.store.Store;

/**
 * Sends letters and writes daily lists until it is closed: a thread for each organisation, so that one whose next hop hangs delays no
 * other. What a thread could not do in one round it does in a later one.
 */
public final class PostOffice implements AutoCloseable {

    private static final Duration HOUR = Duration.ofHours(1);

    /** How long it is remembered that something was told. */
    private static final Duration MEMORY = Duration.ofDays(60);

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Store store;
    private final Duration pause;
    private final InstantSource clock;
    private final Consumer<String> log;

    private PostOffice(Store store, Duration pause, InstantSource clock, Consumer<String> log) {
        this.store = store;
        this.pause = pause;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Opens it.
     *
     * @param store in which the organisations are enrolled
     * @param pause between two rounds
     * @param log told of rounds that failed, as when the store is away
     */
    public static PostOffice open(
            GatewaySettings settings,
            Store store,
            Desk desk,
            NoticeFigures figures,
            Duration pause,
            InstantSource clock,
            Consumer<String> log) {
        PostOffice office = new PostOffice(store, pause, clock, log);
        for (OrganisationSettings one : settings.organisations()) {
            Postman postman = new Postman(one, settings, store, figures, clock);
            Optional<Letters> letters = desk.lettersOf(one.organisation().id());
            Optional<DailyList> list = one.notices()
                    .flatMap(how -> letters.map(written -> new DailyList(one, how, written, store, clock)));
            office.threads.add(Thread.ofVirtual().start(() -> office.work(one, postman, letters, list)));
        }
        return office;
    }

    private void work(
            OrganisationSettings whose, Postman postman, Optional<Letters> letters, Optional<DailyList> list) {
        try (postman) {
            Instant cleaned = Instant.MIN;
            do {
                try {
                    list.ifPresent(DailyList::round);
                    letters.ifPresent(written -> tellWithheld(whose, written));
                    postman.round();
                    cleaned = forgotten(whose, cleaned);
                } catch (RuntimeException e) {
                    log.accept(whose.organisation() + ": " + e);
                }
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An hour after the first that was withheld. */
    private void tellWithheld(OrganisationSettings whose, Letters letters) {
        Instant now = clock.instant();
        for (Withheld one : store.outbox().withheld(whose.organisation(), now.minus(HOUR))) {
            Optional<Mailbox> to = Mailbox.read(one.recipient());
            if (to.isPresent()) {
                Letter letter = letters.withheld(to.get(), one.letters(), now);
                store.outbox().tellWithheld(whose.organisation(), letter);
            }
        }
    }

    private Instant forgotten(OrganisationSettings whose, Instant last) {
        Instant now = clock.instant();
        if (last.isAfter(now.minus(HOUR))) {
            return last;
        }
        store.outbox().forget(whose.organisation(), now.minus(MEMORY));
        return now;
    }

    /** Ends after the letters that are being handed over. */
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
