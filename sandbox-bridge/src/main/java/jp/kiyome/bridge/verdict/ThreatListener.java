package jp.kiyome.bridge.verdict;

/** Is told of every threat that a source names, for those who delivered the same bytes earlier. Must not throw. */
@FunctionalInterface
public interface ThreatListener {

    void threat(String sha256, String source, Verdict.Threat threat);

    static ThreatListener none() {
        return (sha256, source, threat) -> {};
    }
}
