package jp.kiyome.approval.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what comes from one address in a minute. Remembers so many addresses; the longest silent is forgotten. Threads share it.
 */
public final class Attempts {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final int most;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** @param most in a minute from one address */
    public Attempts(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts one more, unless there were too many. */
    public synchronized boolean allow(String address) {
        Instant now = clock.instant();
        Deque<Instant> times = seen.computeIfAbsent(address, any -> new ArrayDeque<>());
        while (!times.isEmpty() && times.getFirst().plus(WINDOW).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
