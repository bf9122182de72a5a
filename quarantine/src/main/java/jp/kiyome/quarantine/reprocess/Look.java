package jp.kiyome.quarantine.reprocess;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.kiyome.quarantine.reprocess.task.Run;
import jp.kiyome.quarantine.reprocess.task.TaskBook;

/** Looks once a second how far a run is, wherever its parts are done, and tells the watcher. */
final class Look implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TaskBook book;
    private final Run run;
    private final Watcher watcher;
    private final Thread thread;
    private final CountDownLatch over = new CountDownLatch(1);

    private Look(TaskBook book, Run run, Watcher watcher) {
        this.book = book;
        this.run = run;
        this.watcher = watcher;
        this.thread = Thread.ofVirtual().unstarted(this::watch);
    }

    static Look at(TaskBook book, Run run, Watcher watcher) {
        Look look = new Look(book, run, watcher);
        look.thread.start();
        return look;
    }

    private void watch() {
        boolean selected = false;
        boolean ended = false;
        boolean last = false;
        while (!last) {
            // Once more after the end: a short run may be over before the first look.
            last = ended;
            Optional<Run> now = book.find(run.id()).filter(Run::selected);
            if (now.isPresent()) {
                long done = done();
                if (!selected) {
                    watcher.selected(now.get().tasks(), done);
                    selected = true;
                }
                watcher.progress(done, now.get().tasks());
            }
            try {
                if (last) {
                    return;
                }
                // Not interrupted while it asks: that would close the connection to the database.
                ended = over.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long done() {
        return book.tally(run.id()).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Does not return before the watcher has been told for the last time. */
    @Override
    public void close() {
        over.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
