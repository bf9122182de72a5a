package jp.kiyome.bridge.cache;

import java.time.Duration;
import jp.kiyome.bridge.verdict.Verdict;

/** For how long answers may be used again; zero for not at all. That nobody has looked is never kept. */
public record CacheAges(Duration nothingFound, Duration suspicious, Duration threat) {

    /** An hour, an hour, a day. */
    public static CacheAges usual() {
        return new CacheAges(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(1));
    }

    Duration of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NothingFound nothing -> nothingFound;
            case Verdict.Suspicious suspected -> suspicious;
            case Verdict.Threat known -> threat;
            case Verdict.NotScanned unscanned -> Duration.ZERO;
        };
    }
}
