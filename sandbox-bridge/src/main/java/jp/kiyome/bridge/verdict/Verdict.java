package jp.kiyome.bridge.verdict;

import java.util.List;
import jp.kiyome.core.finding.Untrusted;

/**
 * What one source says of one submission. That nothing was found is said only by a source that has looked at all of it.
 *
 * <p>Immutable; threads may share it.
 */
public sealed interface Verdict {

    /**
     * The source has looked at all of it and found nothing.
     *
     * @param vouched whether an administrator has vouched for exactly these bytes
     */
    record NothingFound(boolean vouched) implements Verdict {}

    /**
     * The source knows it for malicious.
     *
     * @param name the source's word for it
     */
    record Threat(Untrusted name) implements Verdict {}

    /**
     * The source does not trust it.
     *
     * @param score on the source's own scale, higher is worse; a number, never NaN
     * @param reasons the source's words, at most {@link #MOST_REASONS}
     */
    record Suspicious(double score, List<Untrusted> reasons) implements Verdict {

        /** Reasons that are kept. */
        public static final int MOST_REASONS = 50;

        public Suspicious {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("a score that is no number");
            }
            reasons = reasons.stream().limit(MOST_REASONS).toList();
        }
    }

    /**
     * Nobody knows: the source has not looked, or not at all of it.
     *
     * @param detail more about it, for logs
     */
    record NotScanned(WhyNotScanned why, Untrusted detail) implements Verdict {}

    static Verdict nothingFound() {
        return new NothingFound(false);
    }

    static Verdict threat(String name) {
        return new Threat(Untrusted.of(name));
    }

    static Verdict notScanned(WhyNotScanned why, String detail) {
        return new NotScanned(why, Untrusted.of(detail));
    }
}
