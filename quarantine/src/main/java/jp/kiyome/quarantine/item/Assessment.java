package jp.kiyome.quarantine.item;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An opinion, and whose it is.
 *
 * @param source of the opinion
 * @param version of the source when it was asked, in its own words; empty when it cannot be known
 * @param signatures when the source's signatures were made; kept to the millisecond; empty when it does not tell
 * @param sha256 of the file that was looked at, 64 lower-case hex digits
 * @param at when it was given; kept to the millisecond
 */
public record Assessment(
        String source, String version, Optional<Instant> signatures, String sha256, Opinion opinion, Instant at) {

    public Assessment {
        signatures = signatures.map(made -> Instant.ofEpochMilli(made.toEpochMilli()));
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** Of a source that tells no version. */
    public Assessment(String source, String sha256, Opinion opinion, Instant at) {
        this(source, "", Optional.empty(), sha256, opinion, at);
    }

    /** How old the signatures were; never negative. */
    public Optional<Duration> signatureAge() {
        return signatures.map(made -> Duration.between(made, at)).map(age -> age.isNegative() ? Duration.ZERO : age);
    }
}
