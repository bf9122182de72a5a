package jp.kiyome.quarantine.reprocess.task;

import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.item.ItemId;

/**
 * What a task came to.
 *
 * @param item in the store; empty for what is not there
 * @param before what it came to last; empty when nothing is known
 * @param after what it comes to now; empty when it was skipped
 * @param reason of the skip, or the code of the finding that keeps it from coming out; else empty
 * @param detail what else there is to say
 */
public record Done(
        long number,
        Optional<ItemId> item,
        Result result,
        Optional<Verdict> before,
        Optional<Verdict> after,
        String reason,
        Untrusted detail) {

    public static Done skipped(long number, Optional<ItemId> item, SkipReason reason, Untrusted detail) {
        return new Done(number, item, Result.SKIPPED, Optional.empty(), Optional.empty(), reason.name(), detail);
    }
}
