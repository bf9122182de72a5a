package jp.kiyome.approval.job;

import java.util.Map;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.SkipReason;

/** How many items of a job came to what, and why some were skipped. */
public record JobCounts(Map<Result, Long> results, Map<SkipReason, Long> skips) {

    public JobCounts {
        results = Map.copyOf(results);
        skips = Map.copyOf(skips);
    }
}
