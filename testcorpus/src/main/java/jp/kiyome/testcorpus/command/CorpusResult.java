package jp.kiyome.testcorpus.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.scan.OutputScan;
import jp.kiyome.testcorpus.scan.Survivor;

/**
 * What became of one file.
 *
 * @param supported whether a handler rebuilds files of that name
 * @param survivors what the output holds and must not
 * @param again how a second pass over the output fell short; empty when it gave the same bytes with nothing found
 */
record CorpusResult(CorpusFile file, boolean supported, Run run, List<Survivor> survivors, String again) {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    static CorpusResult of(CorpusFile file, Runner runner) {
        byte[] input = file.bytes();
        String name = file.path().getFileName().toString();
        Run run = runner.sanitize(name, input, file.passwords());
        if (!run.rebuilt()) {
            return new CorpusResult(file, runner.supports(name), run, List.of(), "");
        }
        return new CorpusResult(
                file, runner.supports(name), run, OutputScan.of(run.output(), input), again(file, run, runner));
    }

    private static String again(CorpusFile file, Run first, Runner runner) {
        Run second = runner.sanitize(first.report().outputName().unescaped(), first.output(), file.passwords());
        if (!second.rebuilt()) {
            return "second pass: " + second.ending();
        }
        if (!second.codes().isEmpty()) {
            return "second pass finds " + second.codes();
        }
        return Arrays.equals(first.output(), second.output()) ? "" : "second pass writes other bytes";
    }

    /** Whether it counts for the share of benign files that must come out: not where nobody has the password. */
    boolean countsAsBenign() {
        return supported && file.benign() && !file.lockedForGood() && !refusedForKnownFault();
    }

    /** Whether it is refused for a fault that a person has looked at and named beforehand. */
    private boolean refusedForKnownFault() {
        return run.report()
                .reason()
                .filter(r -> KnownFaults.LIST.names(
                        run.report().input().sha256(), r.kind().code()))
                .isPresent();
    }

    /** Promises broken, in words. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        survivors.stream().map(s -> "survivor: " + shortened(s.toString())).forEach(violations::add);
        if (!again.isEmpty()) {
            violations.add(again);
        }
        if (run.took().compareTo(LONGEST) > 0) {
            violations.add("took " + run.took());
        }
        return violations;
    }

    /** Worth telling though no promise: not rebuilt although a handler is there. */
    boolean unexpected() {
        boolean crashed = run.report().verdict() == Verdict.FAILED;
        return crashed || countsAsBenign() && !run.rebuilt();
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
