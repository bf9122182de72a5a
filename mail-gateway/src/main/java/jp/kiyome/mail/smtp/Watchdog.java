package jp.kiyome.mail.smtp;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes connections whose time is over: a thread that waits for a peer to read is waited for by nobody else. Threads share it. */
public final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock;

    public Watchdog() {
        clock = new ScheduledThreadPoolExecutor(
                1, work -> Thread.ofPlatform().daemon().name("mail-watchdog").unstarted(work));
        clock.setRemoveOnCancelPolicy(true);
    }

    /** An appointment that can be called off. */
    public interface Guard extends AutoCloseable {
        @Override
        void close();
    }

    /** Closes something unless the guard is closed before. */
    public Guard guard(Closeable guarded, Duration within) {
        ScheduledFuture<?> due = clock.schedule(() -> closeQuietly(guarded), within.toMillis(), TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    private static void closeQuietly(Closeable guarded) {
        try {
            guarded.close();
        } catch (IOException gone) {
            // Whoever uses it hears of it.
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
