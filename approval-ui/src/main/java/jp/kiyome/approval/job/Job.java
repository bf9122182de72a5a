package jp.kiyome.approval.job;

import java.time.Instant;
import java.util.Optional;
import jp.kiyome.approval.person.AccountName;

/**
 * Something that was begun.
 *
 * @param by who began it, or had it go on
 * @param ended empty while it runs
 * @param stopping whether somebody wants it to stop
 * @param total items; {@link #NOT_KNOWN} until all are known
 * @param done items of them
 */
public record Job(
        JobId id,
        Order order,
        AccountName by,
        Instant begun,
        Optional<Instant> ended,
        JobState state,
        boolean stopping,
        long total,
        long done) {

    /** Its items are not all selected yet. */
    public static final long NOT_KNOWN = -1;

    Job at(long nowTotal, long nowDone) {
        return new Job(id, order, by, begun, ended, state, stopping, nowTotal, nowDone);
    }
}
