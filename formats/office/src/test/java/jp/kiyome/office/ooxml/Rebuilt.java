package jp.kiyome.office.ooxml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Report;

/** A package after its way through the engine under a policy. */
final class Rebuilt {

    private final Report report;
    private final byte[] output;

    private Rebuilt(Report report, byte[] output) {
        this.report = report;
        this.output = output;
    }

    static Rebuilt of(Packages file, Map<String, String> options) {
        return of(file.bytes(), options);
    }

    static Rebuilt of(byte[] file, Map<String, String> options) {
        Policy policy = Policy.of(Set.of(), Map.of(), options, Limits.defaults());
        Engine engine = new Engine(new Registry(List.of(new OoxmlHandler())), policy, content -> "");
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Outcome outcome =
                    engine.sanitize(new Job(Untrusted.of("a"), HeapContent.of(file.clone()), workspace, List.of()));
            byte[] output = outcome instanceof Outcome.Rebuilt rebuilt
                    ? rebuilt.content().stream().readAllBytes()
                    : new byte[0];
            return new Rebuilt(outcome.report(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty unless it was rebuilt. */
    byte[] output() {
        return output.clone();
    }

    /** Everything in the output, part by part; the reason where there is none. */
    String text() {
        return output.length == 0 ? "no output: " + reason() : Packages.text(output);
    }

    /** Codes of the findings, but for what is said of the file's name. */
    List<String> codes() {
        return report.findings().stream()
                .map(finding -> finding.kind().code())
                .filter(code -> !code.equals("type.name"))
                .toList();
    }

    String reason() {
        return report.reason().map(finding -> finding.kind().code()).orElse("");
    }
}
