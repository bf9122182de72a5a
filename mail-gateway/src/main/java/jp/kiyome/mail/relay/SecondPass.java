package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.mail.rules.Decision;

/** A mail rebuilt the way that rules want it: without some of its files or its links, with a warning or a mark. Not thread-safe. */
final class SecondPass {

    private static final Map<String, String> LINKS = Map.of("text.links", "remove");
    private static final String OTHER = "file.other-parts";

    private final Rebuilding how;
    private final Job job;

    SecondPass(Rebuilding how, Job job) {
        this.how = how;
        this.job = job;
    }

    Prepared of(Prepared first) {
        Decision decision = first.decision();
        Map<String, String> choices = new HashMap<>(FirstPass.choices(first.share()));
        if (decision.stripsLinks()) {
            choices.putAll(LINKS);
        }
        Outcome outcome = of(first.report(), decision, choices, Stamp.label(first.share(), decision));
        return new Prepared(first.share(), outcome, decision, "");
    }

    /**
     * A mail of the store.
     *
     * @param judged what was judged
     */
    Outcome of(Report judged, Decision decision, Label label) {
        return of(judged, decision, decision.stripsLinks() ? LINKS : Map.of(), label);
    }

    private Outcome of(Report judged, Decision decision, Map<String, String> choices, Label label) {
        Job wanted = job.labelled(label).refusing(decision.dropped());
        Outcome outcome = how.variants().of(choices, false).sanitize(wanted);
        return sameParts(judged, outcome, decision.dropped());
    }

    /** What is judged and what goes out must be the same mail, without what was to be dropped. */
    private static Outcome sameParts(Report judged, Outcome outcome, Set<String> dropped) {
        if (!(outcome instanceof Outcome.Rebuilt rebuilt)) {
            return outcome;
        }
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        kept(judged, dropped, expected);
        kept(rebuilt.report(), dropped, found);
        boolean same = judged.input().equals(rebuilt.report().input())
                && expected.equals(found)
                && refused(rebuilt.report(), new HashSet<>(dropped));
        if (same) {
            return rebuilt;
        }
        Finding why = Finding.of(OTHER, Action.BLOCKED, Location.wholeFile());
        return Outcome.without(rebuilt.report().ended(new Ending(Verdict.FAILED, why)));
    }

    /** What stands in a dropped file is gone with it. */
    private static void kept(Report report, Set<String> dropped, List<String> hashes) {
        for (Report nested : report.nested()) {
            if (!dropped.contains(nested.input().sha256())) {
                hashes.add(nested.input().sha256());
                kept(nested, dropped, hashes);
            }
        }
    }

    /** Whether nothing of what was to be dropped came out. */
    private static boolean refused(Report report, Set<String> dropped) {
        return report.nested().stream()
                .allMatch(nested -> dropped.contains(nested.input().sha256())
                        ? nested.verdict() != Verdict.REBUILT
                        : refused(nested, dropped));
    }
}
