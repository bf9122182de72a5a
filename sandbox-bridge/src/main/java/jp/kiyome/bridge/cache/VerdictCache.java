package jp.kiyome.bridge.cache;

import java.util.Optional;
import jp.kiyome.bridge.verdict.Verdict;

/** Remembers verdicts. Implementations may forget at any time, may be shared by threads, and keep no {@code NotScanned}. */
public interface VerdictCache {

    /**
     * What a verdict holds for.
     *
     * @param sha256 of the bytes
     * @param source as the policy calls it
     * @param version of the source when it was asked
     */
    record Key(String sha256, String source, String version) {}

    Optional<Verdict> get(Key key);

    void put(Key key, Verdict verdict);
}
