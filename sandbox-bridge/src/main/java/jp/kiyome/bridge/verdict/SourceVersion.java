package jp.kiyome.bridge.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the verdicts of a source depend on.
 *
 * @param text the source's own words; never empty; may hold words of the other side
 * @param signatures when its signatures were made; empty when the source does not tell
 */
public record SourceVersion(String text, Optional<Instant> signatures) {

    public SourceVersion {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no version");
        }
    }

    /** Of a source without signatures, or one that keeps silent about them. */
    public static SourceVersion of(String text) {
        return new SourceVersion(text, Optional.empty());
    }

    /** How old the signatures are at a moment; never negative. */
    public Optional<Duration> signatureAge(Instant now) {
        return signatures.map(made -> Duration.between(made, now)).map(age -> age.isNegative() ? Duration.ZERO : age);
    }
}
