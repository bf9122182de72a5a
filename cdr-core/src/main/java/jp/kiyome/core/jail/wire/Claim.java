package jp.kiyome.core.jail.wire;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;

/**
 * What a worker says of a file: the part of a {@link Report} that only the one who read the file can know. Well-formed, and
 * not more.
 *
 * @param typeId empty when the type is not known
 * @param tookNanos as the worker measured it
 */
public record Claim(
        Untrusted name,
        Untrusted outputName,
        String typeId,
        String witness,
        Digest input,
        Optional<Digest> output,
        Verdict verdict,
        Optional<Finding> reason,
        List<Finding> findings,
        List<Claim> nested,
        long tookNanos) {

    public Claim {
        findings = List.copyOf(findings);
        nested = List.copyOf(nested);
    }

    /** What an honest worker says. */
    public static Claim of(Report report) {
        return new Claim(
                report.name(),
                report.outputName(),
                report.type().map(type -> type.id()).orElse(""),
                report.witness(),
                report.input(),
                report.output(),
                report.verdict(),
                report.reason(),
                report.findings(),
                report.nested().stream().map(Claim::of).toList(),
                report.took().toNanos());
    }
}
