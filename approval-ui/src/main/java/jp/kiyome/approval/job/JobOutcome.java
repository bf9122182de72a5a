package jp.kiyome.approval.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.reprocess.task.Done;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.reprocess.task.Told;

/** What a job came to: counts of all, and the items that did not come to the same, so many of them as anybody looks at. One thread writes it. */
final class JobOutcome {

    /** Of the items that are told one by one. */
    static final int MOST = 5_000;

    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private final Map<SkipReason, Long> skips = new EnumMap<>(SkipReason.class);
    private final List<JobLine> lines = new ArrayList<>();

    void add(Told told) {
        Done done = told.done();
        results.merge(done.result(), 1L, Long::sum);
        if (done.result() == Result.SKIPPED) {
            skips.merge(SkipReason.valueOf(done.reason()), 1L, Long::sum);
        }
        if (done.result() != Result.SAME && lines.size() < MOST) {
            done.item()
                    .ifPresent(item -> lines.add(new JobLine(
                            done.number(),
                            item,
                            done.result(),
                            done.before().map(Verdict::name).orElse(""),
                            done.after().map(Verdict::name).orElse(""),
                            done.reason())));
        }
    }

    Map<Result, Long> results() {
        return results;
    }

    Map<SkipReason, Long> skips() {
        return skips;
    }

    List<JobLine> lines() {
        return lines;
    }
}
