package jp.kiyome.quarantine.reprocess.task;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.PartFinding;
import jp.kiyome.quarantine.item.State;

/**
 * Compares two processings of the same bytes. A <i>loss</i> is a finding that took something from the reader: it was removed,
 * replaced, or kept a file inside from coming out. Losses are counted by code and action over all parts; what was written in
 * another way or left as it is does not count, nor does another reason for the same end.
 */
public final class Comparison {

    private enum End {
        OUT,
        LOCKED,
        KEPT_BACK;

        static End of(Verdict verdict) {
            return switch (verdict) {
                case REBUILT -> OUT;
                case LOCKED -> LOCKED;
                case BLOCKED, FAILED -> KEPT_BACK;
            };
        }
    }

    private Comparison() {}

    /** How what an item comes to now stands to what it came to before. */
    public static Result of(Item before, Conclusion now, Advice advice) {
        Result result =
                before.conclusion().map(was -> of(was.root(), now.root())).orElse(Result.FIRST);
        boolean held =
                advice.hold() && before.state() != State.HELD && now.root().verdict() == Verdict.REBUILT;
        return result == Result.SAME && held ? Result.NOW_HELD : result;
    }

    /** How the second stands to the first. */
    public static Result of(Part before, Part after) {
        End from = End.of(before.verdict());
        End to = End.of(after.verdict());
        return switch (to) {
            case OUT -> from == End.OUT ? ofLosses(losses(before), losses(after)) : Result.BETTER;
            case LOCKED -> from == End.LOCKED ? Result.SAME : Result.NOW_LOCKED;
            case KEPT_BACK -> from == End.KEPT_BACK ? Result.SAME : Result.NOW_BLOCKED;
        };
    }

    /** Less of one and more of another is no gain: somebody should look. */
    private static Result ofLosses(Map<String, Long> before, Map<String, Long> after) {
        boolean more = false;
        boolean less = false;
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String loss : all) {
            long was = before.getOrDefault(loss, 0L);
            long is = after.getOrDefault(loss, 0L);
            more |= is > was;
            less |= is < was;
        }
        if (more) {
            return Result.WORSE;
        }
        return less ? Result.BETTER : Result.SAME;
    }

    private static Map<String, Long> losses(Part root) {
        Map<String, Long> losses = new TreeMap<>();
        root.all().flatMap(part -> part.findings().stream()).forEach(finding -> {
            if (isLoss(finding.action())) {
                losses.merge(key(finding), finding.count(), Math::addExact);
            }
        });
        return losses;
    }

    private static String key(PartFinding finding) {
        return finding.code() + " " + finding.action();
    }

    private static boolean isLoss(Action action) {
        return switch (action) {
            case REMOVED, REPLACED, BLOCKED, HELD -> true;
            case CHANGED, KEPT -> false;
        };
    }
}
