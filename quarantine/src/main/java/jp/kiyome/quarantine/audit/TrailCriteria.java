package jp.kiyome.quarantine.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records of a trail are looked for: all that stands here must hold, what is empty holds for every one.
 *
 * @param who stands somewhere in who did it
 * @param action begins so: {@code request} finds {@code request.approve}
 * @param subject the id of an item, whole
 * @param from then or later
 * @param until before
 */
public record TrailCriteria(
        Optional<String> who,
        Optional<String> action,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** All of them. */
    public static TrailCriteria any() {
        return new TrailCriteria(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
