package jp.kiyome.bridge.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a source is.
 *
 * @param condition whether its answers count
 * @param version the source's own words; empty when unknown
 * @param signatures when its signatures were made; empty when the source does not tell
 * @param remarks what is wrong or odd, for logs
 */
public record SourceState(Condition condition, String version, Optional<Instant> signatures, List<String> remarks) {

    /** Whether the answers of a source count. */
    public enum Condition {
        READY,
        /** It answers, but does not speak up about what it must. */
        UNFIT,
        /** It does not answer. */
        DOWN
    }

    public SourceState {
        remarks = List.copyOf(remarks);
    }

    public static SourceState ready(String version) {
        return new SourceState(Condition.READY, version, Optional.empty(), List.of());
    }

    /** The state that an exchange without an answer shows. */
    public static SourceState of(WhyNotScanned why, String version, String detail) {
        Condition condition =
                why == WhyNotScanned.SOURCE_DOWN || why == WhyNotScanned.TIME_OUT ? Condition.DOWN : Condition.UNFIT;
        return new SourceState(condition, version, Optional.empty(), List.of(why.word() + ": " + detail));
    }

    /** How old the signatures are at a moment; never negative. */
    public Optional<Duration> signatureAge(Instant now) {
        return signatures.map(made -> Duration.between(made, now)).map(age -> age.isNegative() ? Duration.ZERO : age);
    }
}
