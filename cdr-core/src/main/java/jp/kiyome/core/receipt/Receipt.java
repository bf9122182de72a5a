package jp.kiyome.core.receipt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Severity;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;

/**
 * What is signed about a rebuilt file: that this engine under this policy made these bytes of those.
 *
 * @param engineVersion which Kiyome
 * @param policyHash which policy
 * @param type id of the file type
 * @param input what came in
 * @param output what came out
 * @param findings how many there were of each severity, nested files included
 * @param time when the work began, whole seconds, UTC
 */
public record Receipt(
        String engineVersion,
        String policyHash,
        String type,
        Digest input,
        Digest output,
        Map<Severity, Long> findings,
        Instant time) {

    public Receipt {
        findings = Map.copyOf(findings);
    }

    /**
     * The short form of a report.
     *
     * @throws java.util.NoSuchElementException for a file that was not rebuilt: there is nothing to give a receipt for
     */
    public static Receipt of(Report report, FindingCatalogue catalogue) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        count(List.of(report), catalogue, counts);
        return new Receipt(
                report.engineVersion(),
                report.policyHash(),
                report.type().orElseThrow().id(),
                report.input(),
                report.output().orElseThrow(),
                counts,
                report.started().truncatedTo(ChronoUnit.SECONDS));
    }

    private static void count(List<Report> reports, FindingCatalogue catalogue, Map<Severity, Long> counts) {
        for (Report report : reports) {
            for (Finding finding : report.findings()) {
                counts.merge(catalogue.severity(finding.kind()), finding.count(), Long::sum);
            }
            report.reason().ifPresent(reason -> counts.merge(catalogue.severity(reason.kind()), 1L, Long::sum));
            count(report.nested(), catalogue, counts);
        }
    }
}
