package jp.kiyome.bridge.clamd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/** Sessions that wait for work, and the right to have one: never more than the settings say. Threads may share it. */
final class ClamdPool implements AutoCloseable {

    private final ClamdSettings settings;
    private final Semaphore places;
    private final Deque<ClamdSession> idle = new ArrayDeque<>();
    private boolean closed;

    ClamdPool(ClamdSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.connections(), true);
    }

    /**
     * Works with a session. One that has waited may have ended meanwhile (a restart, a time-out of clamd's): when it is lost
     * before any answer the work is done once more, with a new one.
     *
     * @throws Unanswered when there is no answer
     */
    <T> T with(Deadline deadline, Function<ClamdSession, T> work) {
        enter(deadline);
        try {
            Optional<ClamdSession> waiting = waiting();
            if (waiting.isPresent()) {
                try {
                    return used(waiting.get(), work);
                } catch (LostUnanswered lost) {
                    deadline.demand();
                }
            }
            return used(ClamdSession.open(settings.address(), deadline), work);
        } catch (LostUnanswered lost) {
            throw lost.unanswered();
        } finally {
            places.release();
        }
    }

    private void enter(Deadline deadline) {
        try {
            if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Unanswered(WhyNotScanned.TIME_OUT, "every connection is in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(WhyNotScanned.TIME_OUT, "interrupted");
        }
    }

    private <T> T used(ClamdSession session, Function<ClamdSession, T> work) {
        try {
            return work.apply(session);
        } finally {
            giveBack(session);
        }
    }

    /** The one used last, unless it has waited too long for clamd to be waiting still. */
    private synchronized Optional<ClamdSession> waiting() {
        ClamdSession session = idle.poll();
        if (session != null && session.nanosUnused() > settings.idle().toNanos()) {
            session.close();
            idle.forEach(ClamdSession::close);
            idle.clear();
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    private synchronized void giveBack(ClamdSession session) {
        if (session.isSound() && !closed) {
            idle.push(session);
        } else {
            session.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(ClamdSession::close);
        idle.clear();
    }
}
