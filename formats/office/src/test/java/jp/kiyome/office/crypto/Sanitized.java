package jp.kiyome.office.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.office.ooxml.OoxmlHandler;

/** A file after its way through the engine. */
final class Sanitized {

    private static final Engine ENGINE = new Engine(
            new Registry(List.of(new ProtectedOoxmlHandler(), new OoxmlHandler())), Policy.defaults(), content -> "");

    private final Report report;
    private final byte[] output;

    private Sanitized(Report report, byte[] output) {
        this.report = report;
        this.output = output;
    }

    static Sanitized of(byte[] file, String... passwords) {
        return named("a.docx", file, passwords);
    }

    static Sanitized named(String name, byte[] file, String... passwords) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Job job = new Job(Untrusted.of(name), HeapContent.of(file.clone()), workspace, List.of(passwords));
            Outcome outcome = ENGINE.sanitize(job);
            byte[] output = outcome instanceof Outcome.Rebuilt rebuilt
                    ? rebuilt.content().stream().readAllBytes()
                    : new byte[0];
            return new Sanitized(outcome.report(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Report report() {
        return report;
    }

    /** Empty unless it was rebuilt. */
    byte[] bytes() {
        return output.clone();
    }

    Verdict verdict() {
        return report.verdict();
    }

    /** Codes of the findings of the file itself, not of what it holds. */
    List<String> codes() {
        return report.findings().stream().map(finding -> finding.kind().code()).toList();
    }

    String reason() {
        return report.reason().map(finding -> finding.kind().code()).orElse("");
    }

    String name() {
        return report.outputName().unescaped();
    }
}
