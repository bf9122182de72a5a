package jp.kiyome.core.jail.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Lets so many files in at a time. Tenants take turns, however many files one of them has; large files never take the last
 * place, so that small ones are not stuck behind them, but for a batch, which nobody waits for. Threads share it.
 */
final class Turnstile {

    private final int places;
    private final int placesForLarge;
    private final int mostWaiting;
    private final Lane small = new Lane();
    private final Lane large = new Lane();
    private int inside;
    private int largeInside;
    private int waiting;
    private boolean largeIsNext;

    private Turnstile(int places, int placesForLarge, int mostWaiting) {
        this.places = places;
        this.placesForLarge = placesForLarge;
        this.mostWaiting = mostWaiting;
    }

    static Turnstile fair(int filesAtATime, int mostWaiting) {
        // With one place alone a small file would have to wait for a large one.
        int places = Math.max(2, filesAtATime);
        return new Turnstile(places, places - 1, mostWaiting);
    }

    static Turnstile ofBatch(int filesAtATime, int mostWaiting) {
        return new Turnstile(filesAtATime, filesAtATime, mostWaiting);
    }

    /** A place inside, until it is closed. */
    record Turn(Turnstile turnstile, boolean large) implements AutoCloseable {
        @Override
        public void close() {
            turnstile.leave(large);
        }
    }

    /**
     * Waits for a place.
     *
     * @throws PoolBusy when too many wait already
     */
    Turn enter(String tenant, boolean isLarge) {
        CountDownLatch admitted = new CountDownLatch(1);
        synchronized (this) {
            if (waiting >= mostWaiting) {
                throw new PoolBusy(waiting);
            }
            waiting++;
            (isLarge ? large : small).add(tenant, admitted);
            admit();
        }
        awaitQuietly(admitted);
        return new Turn(this, isLarge);
    }

    private synchronized void leave(boolean wasLarge) {
        inside--;
        if (wasLarge) {
            largeInside--;
        }
        admit();
    }

    private void admit() {
        while (inside < places) {
            boolean largeMay = !large.isEmpty() && largeInside < placesForLarge;
            if (!largeMay && small.isEmpty()) {
                return;
            }
            boolean takeLarge = largeMay && (largeIsNext || small.isEmpty());
            largeIsNext = !takeLarge;
            inside++;
            waiting--;
            if (takeLarge) {
                largeInside++;
                large.next().countDown();
            } else {
                small.next().countDown();
            }
        }
    }

    /** A file that has its place in the line keeps it: an interrupted wait would leave a place taken by nobody. */
    private static void awaitQuietly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those who wait, by tenant; the tenant that was served stands last. */
    private static final class Lane {
        private final Map<String, Deque<CountDownLatch>> byTenant = new LinkedHashMap<>();

        boolean isEmpty() {
            return byTenant.isEmpty();
        }

        void add(String tenant, CountDownLatch latch) {
            byTenant.computeIfAbsent(tenant, any -> new ArrayDeque<>()).add(latch);
        }

        CountDownLatch next() {
            Map.Entry<String, Deque<CountDownLatch>> first =
                    byTenant.entrySet().iterator().next();
            byTenant.remove(first.getKey());
            CountDownLatch latch = first.getValue().remove();
            if (!first.getValue().isEmpty()) {
                byTenant.put(first.getKey(), first.getValue());
            }
            return latch;
        }
    }
}
