package jp.kiyome.bridge.verdict;

import java.util.List;
import jp.kiyome.core.finding.Untrusted;

/**
 * What a score means; each source has its own scale.
 *
 * @param suspicious from this score on it is suspicious
 * @param threat from this score on it is a threat; no less than {@code suspicious}
 */
public record ScoreRule(double suspicious, double threat) {

    public ScoreRule {
        if (!(suspicious <= threat)) {
            throw new IllegalArgumentException("a threat that is less than suspicious");
        }
    }

    /**
     * The verdict that a score means.
     *
     * @param name of the threat, if it is one
     */
    public Verdict judge(double score, String name, List<Untrusted> reasons) {
        if (score >= threat) {
            return Verdict.threat(name);
        }
        return score >= suspicious ? new Verdict.Suspicious(score, reasons) : Verdict.nothingFound();
    }
}
