package jp.kiyome.quarantine.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.type.FileType;

/**
 * A file of an item, and the files inside it, as a report tells of them.
 *
 * @param path its place: 1 for the outermost, 1.2 for the second inside it
 * @param type the id of its type; empty when unknown
 * @param output present exactly when it was rebuilt
 * @param reason the code of the finding that kept it from coming out; empty when it came out
 * @param findings by code and action
 */
public record Part(
        String path,
        Untrusted name,
        Untrusted outputName,
        String type,
        Verdict verdict,
        String reason,
        Digest input,
        Optional<Digest> output,
        List<PartFinding> findings,
        List<Part> nested) {

    public Part {
        findings = List.copyOf(findings);
        nested = List.copyOf(nested);
    }

    public static Part of(Report report) {
        return of("1", report);
    }

    private static Part of(String path, Report report) {
        List<Part> nested = new ArrayList<>();
        for (Report inside : report.nested()) {
            nested.add(of(path + "." + (nested.size() + 1), inside));
        }
        return new Part(
                path,
                report.name(),
                report.outputName(),
                report.type().map(FileType::id).orElse(""),
                report.verdict(),
                report.reason().map(finding -> finding.kind().code()).orElse(""),
                report.input(),
                report.output(),
                counted(report),
                nested);
    }

    private static List<PartFinding> counted(Report report) {
        Map<String, Map<Action, Long>> counts = new TreeMap<>();
        for (Finding finding : Stream.concat(report.findings().stream(), report.reason().stream())
                .toList()) {
            counts.computeIfAbsent(finding.kind().code(), any -> new TreeMap<>())
                    .merge(finding.action(), finding.count(), Math::addExact);
        }
        List<PartFinding> findings = new ArrayList<>();
        counts.forEach((code, actions) ->
                actions.forEach((action, count) -> findings.add(new PartFinding(code, action, count))));
        return findings;
    }

    /** This part and all inside it, outer before inner. */
    public Stream<Part> all() {
        return Stream.concat(Stream.of(this), nested.stream().flatMap(Part::all));
    }
}
