package jp.kiyome.approval.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kiyome.approval.request.Deadlines;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Organisations;

/** Looks after deadlines of all organisations, round after round, until it is closed. What fails in one round is done in a later one. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Organisations organisations;
    private final Deadlines deadlines;
    private final Thread thread;

    Rounds(Organisations organisations, Deadlines deadlines) {
        this.organisations = organisations;
        this.deadlines = deadlines;
        this.thread = Thread.ofVirtual().name("deadlines").start(this::work);
    }

    private void work() {
        try {
            do {
                round();
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            for (Organisation one : organisations.all()) {
                deadlines.look(one);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "deadlines of requests could not be looked after; tried again in a minute", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
