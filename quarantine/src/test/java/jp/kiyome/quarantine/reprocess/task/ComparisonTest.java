package jp.kiyome.quarantine.reprocess.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.PartFinding;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Map<Verdict, List<Result>> BY_END = Map.of(
            Verdict.REBUILT,
            List.of(Result.SAME, Result.NOW_BLOCKED, Result.NOW_LOCKED, Result.NOW_BLOCKED),
            Verdict.BLOCKED,
            List.of(Result.BETTER, Result.SAME, Result.NOW_LOCKED, Result.SAME),
            Verdict.LOCKED,
            List.of(Result.BETTER, Result.NOW_BLOCKED, Result.SAME, Result.NOW_BLOCKED),
            Verdict.FAILED,
            List.of(Result.BETTER, Result.SAME, Result.NOW_LOCKED, Result.SAME));

    private static Part part(Verdict verdict, PartFinding... findings) {
        return part(verdict, List.of(), findings);
    }

    private static Part part(Verdict verdict, List<Part> nested, PartFinding... findings) {
        Digest digest = new Digest(1, "aa");
        return new Part(
                "1",
                Untrusted.of("a"),
                Untrusted.of("a"),
                "txt",
                verdict,
                "",
                digest,
                verdict == Verdict.REBUILT ? Optional.of(digest) : Optional.empty(),
                List.of(findings),
                nested);
    }

    private static PartFinding removed(String code, long count) {
        return new PartFinding(code, Action.REMOVED, count);
    }

    private static Result ofRebuilt(List<PartFinding> before, List<PartFinding> after) {
        return Comparison.of(
                part(Verdict.REBUILT, before.toArray(PartFinding[]::new)),
                part(Verdict.REBUILT, after.toArray(PartFinding[]::new)));
    }

    @Test
    void theEndDecidesFirst() {
        BY_END.forEach((before, results) -> {
            for (Verdict after : Verdict.values()) {
                assertThat(Comparison.of(part(before), part(after)))
                        .as(before + " " + after)
                        .isEqualTo(results.get(List.of(Verdict.values()).indexOf(after)));
            }
        });
    }

    @Test
    void ofWhatComesOutLossesDecide() {
        assertThat(ofRebuilt(List.of(removed("a.b", 2)), List.of(removed("a.b", 1))))
                .isEqualTo(Result.BETTER);
        assertThat(ofRebuilt(List.of(removed("a.b", 1)), List.of(removed("a.b", 2))))
                .isEqualTo(Result.WORSE);
        assertThat(ofRebuilt(List.of(removed("a.b", 1)), List.of(removed("a.b", 1))))
                .isEqualTo(Result.SAME);
        assertThat(ofRebuilt(List.of(removed("a.b", 9)), List.of(removed("a.c", 1))))
                .as("less of one, more of another")
                .isEqualTo(Result.WORSE);
    }

    @Test
    void whatTookNothingAwayDoesNotCount() {
        assertThat(ofRebuilt(
                        List.of(new PartFinding("a.b", Action.CHANGED, 1)),
                        List.of(new PartFinding("a.c", Action.KEPT, 5))))
                .isEqualTo(Result.SAME);
        assertThat(ofRebuilt(List.of(), List.of(new PartFinding("a.c", Action.REPLACED, 1))))
                .isEqualTo(Result.WORSE);
    }

    @Test
    void lossesInsideCountWhereverTheyAre() {
        Part inside = part(Verdict.REBUILT, removed("a.b", 1));
        Part whole = part(Verdict.REBUILT, List.of(inside));
        assertThat(Comparison.of(whole, part(Verdict.REBUILT, removed("a.b", 1))))
                .isEqualTo(Result.SAME);
        assertThat(Comparison.of(part(Verdict.REBUILT), whole)).isEqualTo(Result.WORSE);
    }
}
