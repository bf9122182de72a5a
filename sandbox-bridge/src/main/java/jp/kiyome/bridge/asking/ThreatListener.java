package jp.kiyome.bridge.asking;

import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.core.report.Digest;

/** Is told of every threat that a source names, for those who delivered the same bytes earlier. Must not throw. */
@FunctionalInterface
public interface ThreatListener {

    void threat(Digest digest, String source, Verdict.Threat threat);

    static ThreatListener none() {
        return (digest, source, threat) -> {};
    }
}
