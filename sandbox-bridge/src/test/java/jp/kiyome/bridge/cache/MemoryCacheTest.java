package jp.kiyome.bridge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import org.junit.jupiter.api.Test;

class MemoryCacheTest {

    private static final CacheAges AGES =
            new CacheAges(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3));

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final MemoryCache cache = new MemoryCache(AGES, 3, () -> now);

    @Test
    void eachAnswerHoldsForItsOwnTime() {
        Verdict suspicious = new Verdict.Suspicious(1, List.of());
        cache.put(key("a"), Verdict.nothingFound());
        cache.put(key("b"), suspicious);
        cache.put(key("c"), Verdict.threat("x"));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(cache.get(key("a"))).isEmpty();
        assertThat(cache.get(key("b"))).contains(suspicious);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(cache.get(key("b"))).isEmpty();
        assertThat(cache.get(key("c"))).contains(Verdict.threat("x"));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(cache.get(key("c"))).isEmpty();
    }

    @Test
    void thatNobodyLookedIsNeverKept() {
        for (WhyNotScanned why : WhyNotScanned.values()) {
            cache.put(key("a"), Verdict.notScanned(why, ""));
            assertThat(cache.get(key("a"))).isEmpty();
        }
    }

    @Test
    void anotherVersionOrSourceIsAnotherQuestion() {
        cache.put(new VerdictCache.Key("a", "clamav", "1"), Verdict.nothingFound());
        assertThat(cache.get(new VerdictCache.Key("a", "clamav", "2"))).isEmpty();
        assertThat(cache.get(new VerdictCache.Key("a", "icap", "1"))).isEmpty();
    }

    @Test
    void whatWasUsedLongestAgoIsForgotten() {
        for (String hash : List.of("a", "b", "c")) {
            cache.put(key(hash), Verdict.nothingFound());
        }
        cache.get(key("a"));
        cache.put(key("d"), Verdict.nothingFound());
        assertThat(cache.get(key("b"))).isEmpty();
        assertThat(cache.get(key("a"))).isPresent();
    }

    @Test
    void aClockSetBackEndsAVerdict() {
        cache.put(key("a"), Verdict.nothingFound());
        now = now.minusSeconds(1);
        assertThat(cache.get(key("a"))).isEmpty();
    }

    private static VerdictCache.Key key(String hash) {
        return new VerdictCache.Key(hash, "clamav", "1");
    }
}
