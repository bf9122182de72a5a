package jp.kiyome.bridge.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.bridge.verdict.Verdict;

/** A cache on the heap that forgets what was used longest ago. Threads may share it. */
public final class MemoryCache implements VerdictCache {

    private final CacheAges ages;
    private final int most;
    private final InstantSource clock;
    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Kept(Verdict verdict, Instant since) {}

    /** @param most verdicts kept at most */
    public MemoryCache(CacheAges ages, int most, InstantSource clock) {
        this.ages = ages;
        this.most = most;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Verdict> get(Key key) {
        Kept found = kept.get(key);
        if (found == null) {
            return Optional.empty();
        }
        Duration age = Duration.between(found.since(), clock.instant());
        // A clock that was set back says nothing of an age.
        if (age.isNegative() || age.compareTo(ages.of(found.verdict())) >= 0) {
            kept.remove(key);
            return Optional.empty();
        }
        return Optional.of(found.verdict());
    }

    @Override
    public synchronized void put(Key key, Verdict verdict) {
        if (ages.of(verdict).isZero()) {
            return;
        }
        kept.put(key, new Kept(verdict, clock.instant()));
        if (kept.size() > most) {
            Map.Entry<Key, Kept> eldest = kept.firstEntry();
            kept.remove(eldest.getKey());
        }
    }
}
