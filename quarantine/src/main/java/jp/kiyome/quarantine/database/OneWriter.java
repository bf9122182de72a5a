package jp.kiyome.quarantine.database;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;

/**
 * Lets one transaction write at a time, and none while what was committed is brought to disk. H2 needs that: it writes a piece of its
 * file with each of its maps as that map is at a moment of its own (MVStore.collectChangedMapRoots), so a transaction under way would
 * be there in part, and after a crash a row may be found in a table and not in its index. Whoever waits meanwhile shares one write to
 * disk. Threads share it.
 */
final class OneWriter {

    /** As long as H2 itself would wait for a lock. */
    private static final int PATIENCE_SECONDS = 60;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Runnable checkpoint;
    private long committed;
    private long durable;

    /** @param checkpoint brings to disk what was committed */
    OneWriter(Runnable checkpoint) {
        this.checkpoint = checkpoint;
    }

    /**
     * Runs a transaction; what it committed is on disk when this returns.
     *
     * @throws CannotAcquireLockException when others write for too long
     */
    <T> T write(Supplier<T> transaction) {
        long mine;
        T result;
        acquire();
        try {
            result = transaction.get();
            committed++;
            mine = committed;
        } finally {
            lock.unlock();
        }
        acquire();
        try {
            if (durable < mine) {
                long all = committed;
                checkpoint.run();
                durable = all;
            }
        } finally {
            lock.unlock();
        }
        return result;
    }

    private void acquire() {
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new CannotAcquireLockException("others have written for " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("interrupted while others wrote", e);
        }
    }
}
