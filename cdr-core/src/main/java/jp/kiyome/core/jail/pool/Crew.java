package jp.kiyome.core.jail.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The workers of one kind of work: those that rebuild never verify. Threads share it. */
final class Crew implements AutoCloseable {

    private final Recruiter recruiter;
    private final Figures figures;
    private final int filesPerWorker;
    private final Deque<CompletableFuture<Worker>> waiting = new ArrayDeque<>();
    private final Set<Worker> busy = new HashSet<>();
    private boolean closed;

    Crew(Recruiter recruiter, Figures figures, int filesPerWorker) {
        this.recruiter = recruiter;
        this.figures = figures;
        this.filesPerWorker = filesPerWorker;
    }

    /** Starts workers ahead of the first file. */
    synchronized void warm(int workers) {
        for (int i = waiting.size() + busy.size(); i < workers && !closed; i++) {
            waiting.add(recruiter.begin());
        }
    }

    /**
     * A worker that is ready and has seen no file of another tenant: whoever took over a worker with a file of one could otherwise hide in
     * it what the next one sends.
     */
    Worker take(String tenant) {
        Worker worker = ready(waiting -> waiting.isFor(tenant));
        worker.belongTo(tenant);
        return worker;
    }

    /** A worker that is ready, for nobody's file. */
    Worker take() {
        return ready(waiting -> true);
    }

    private Worker ready(Predicate<Worker> wanted) {
        while (true) {
            CompletableFuture<Worker> begun = next(wanted);
            Worker worker = begun.isDone()
                            && !begun.isCompletedExceptionally()
                            && begun.join().isGreeted()
                    ? begun.join()
                    : recruiter.ready(begun);
            if (worker.isReady()) {
                return lend(worker);
            }
            // It ended, or began to talk, while nobody asked it anything.
            figures.count(Figures.Event.DIED);
            worker.kill();
        }
    }

    private CompletableFuture<Worker> next(Predicate<Worker> wanted) {
        @Nullable CompletableFuture<Worker> stranger;
        CompletableFuture<Worker> begun;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the pool is closed");
            }
            for (Iterator<CompletableFuture<Worker>> all = waiting.iterator(); all.hasNext(); ) {
                CompletableFuture<Worker> one = all.next();
                boolean unused = !one.isDone() || one.isCompletedExceptionally();
                if (unused || wanted.test(one.join())) {
                    all.remove();
                    return one;
                }
            }
            // All that wait belong to others: the one that was used longest ago makes room.
            stranger = waiting.pollLast();
            begun = recruiter.begin();
        }
        if (stranger != null) {
            figures.count(Figures.Event.RECYCLED);
            stranger.join().kill();
        }
        return begun;
    }

    private synchronized Worker lend(Worker worker) {
        busy.add(worker);
        return worker;
    }

    /** Takes a worker back, or another in its place when it has worked enough or is not to be trusted any more. */
    void giveBack(Worker worker, boolean goodAsNew) {
        boolean keep = goodAsNew && worker.files() < filesPerWorker;
        synchronized (this) {
            busy.remove(worker);
            keep &= !closed;
            if (keep) {
                waiting.addFirst(CompletableFuture.completedFuture(worker));
            } else if (!closed) {
                waiting.addLast(recruiter.begin());
            }
        }
        if (!keep) {
            figures.count(Figures.Event.RECYCLED);
            worker.kill();
        }
    }

    /** Kills all that wait; those at work are killed too, which ends their files. */
    @Override
    public void close() {
        Set<Worker> all;
        synchronized (this) {
            closed = true;
            all = new HashSet<>(busy);
            for (CompletableFuture<Worker> begun : waiting) {
                begun.handle((worker, failure) -> worker != null && all.add(worker))
                        .join();
            }
            waiting.clear();
        }
        all.forEach(Worker::doom);
        all.forEach(Worker::kill);
    }
}
