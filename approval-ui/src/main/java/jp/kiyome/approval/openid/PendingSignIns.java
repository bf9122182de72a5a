package jp.kiyome.approval.openid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who was sent to one provider, by state. Each comes back once, and not too late; the oldest of too many are forgotten. Threads share it. */
final class PendingSignIns {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Pending> all = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
            return size() > MOST;
        }
    };

    PendingSignIns(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(String state, Pending pending) {
        all.put(state, pending);
    }

    synchronized Optional<Pending> take(String state) {
        Instant now = clock.instant();
        return Optional.ofNullable(all.remove(state))
                .filter(one -> !one.began().plus(LONGEST).isBefore(now));
    }
}
