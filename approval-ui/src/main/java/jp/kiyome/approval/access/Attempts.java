package jp.kiyome.approval.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what comes from one address in a while. Remembers so many addresses; the longest silent is forgotten. Threads share it.
 */
public final class Attempts {

    private static final int ADDRESSES = 10_000;

    private final int most;
    private final Duration window;
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
        this(most, Duration.ofMinutes(1), clock);
    }

    /** @param most in a window of time from one address, or of one name */
    public Attempts(int most, Duration window, InstantSource clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    /** Counts one more from an address: of IPv6 from its network, all of which is one site's (RFC 6177). */
    public boolean allow(InetAddress address) {
        return allow(
                address instanceof Inet6Address
                        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                        : address.getHostAddress());
    }

    /** Counts one more, unless there were too many. */
    public synchronized boolean allow(String address) {
        Instant now = clock.instant();
        Deque<Instant> times = seen.computeIfAbsent(address, any -> new ArrayDeque<>());
        while (!times.isEmpty() && times.getFirst().plus(window).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
