package jp.kiyome.quarantine.item;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;

/**
 * What items are looked for: all that stands here must hold, what is empty holds for every item.
 *
 * @param states any of these; none means any
 * @param outcome of its last processing, whatever its state is now
 * @param text stands somewhere in title, sender, a recipient or a part's name, in capitals or not
 * @param address is the sender or a recipient, whole, or the domain behind {@code @}
 * @param type of a part
 * @param finding the code of a finding in a part, or of what kept it from coming out
 * @param sha256 of the original, of a part or of an output
 * @param threat a source that called it a threat or suspicious
 * @param from received then or later
 * @param until received before
 * @param after only what stands behind this in the results
 */
public record Criteria(
        Set<State> states,
        Optional<Kind> kind,
        Optional<Group> group,
        Optional<Verdict> outcome,
        Optional<Untrusted> text,
        Optional<Untrusted> address,
        Optional<String> type,
        Optional<String> finding,
        Optional<String> sha256,
        Optional<String> threat,
        Optional<String> engineVersion,
        Optional<String> policyHash,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Hit.Cursor> after) {

    public Criteria {
        states = states.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(states));
    }

    /** Everything. */
    public static Criteria any() {
        return new CriteriaBuilder().build();
    }

    /** A builder that begins with everything. */
    public static CriteriaBuilder where() {
        return new CriteriaBuilder();
    }

    /** The same, behind a place. */
    public Criteria after(Hit.Cursor cursor) {
        return new Criteria(
                states,
                kind,
                group,
                outcome,
                text,
                address,
                type,
                finding,
                sha256,
                threat,
                engineVersion,
                policyHash,
                from,
                until,
                Optional.of(cursor));
    }
}
