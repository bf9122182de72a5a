package jp.kiyome.testcorpus.run;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;

/**
 * What came of one file.
 *
 * @param report the engine's
 * @param output the bytes that came out; empty unless rebuilt
 * @param took wall-clock time
 */
// Nobody compares two runs.
@SuppressWarnings("ArrayRecordComponent")
public record Run(Report report, byte[] output, Duration took) {

    public boolean rebuilt() {
        return report.verdict() == Verdict.REBUILT;
    }

    /** The codes of everything found in the file and in the files inside it. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        collect(report, codes);
        return codes;
    }

    /** How it ended, in a word and a reason. */
    public String ending() {
        return report.verdict()
                + report.reason()
                        .map(r -> " " + r.kind() + " " + r.where() + " " + r.detail())
                        .orElse("");
    }

    private static void collect(Report report, Set<String> codes) {
        report.findings().forEach(f -> codes.add(f.kind().code()));
        report.nested().forEach(n -> collect(n, codes));
    }
}
