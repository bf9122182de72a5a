package jp.kiyome.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.archive.frame.FrameHandler;
import jp.kiyome.archive.handler.ArchiveHandler;
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
import jp.kiyome.core.report.Verdict;

/** Sends files through an engine of archives and plain text. */
final class Rebuilding {

    private static final Registry REGISTRY =
            new Registry(List.of(new ArchiveHandler(), new FrameHandler(), new PlainText()));

    /** What came of a file; no bytes where nothing came. */
    @SuppressWarnings("ArrayRecordComponent")
    record Result(Report report, byte[] bytes) {

        Set<String> codes() {
            Set<String> codes = new TreeSet<>();
            collect(report, codes);
            return codes;
        }

        private static void collect(Report report, Set<String> codes) {
            report.findings().forEach(finding -> codes.add(finding.kind().code()));
            report.nested().forEach(nested -> collect(nested, codes));
        }

        String ending() {
            return report.verdict()
                    + report.reason().map(reason -> " " + reason.kind()).orElse("");
        }

        boolean rebuilt() {
            return report.verdict() == Verdict.REBUILT;
        }
    }

    private Rebuilding() {}

    static Result of(String name, byte[] bytes, String... passwords) {
        return under(Policy.defaults(), name, bytes, passwords);
    }

    static Result with(Map<String, String> options, String name, byte[] bytes, String... passwords) {
        return under(Policy.of(Set.of(), Map.of(), options, Limits.defaults()), name, bytes, passwords);
    }

    /** With a mail that may name the password. */
    static Result hinted(Limits limits, String name, byte[] bytes, String mail) {
        return run(Policy.of(Set.of(), Map.of(), Map.of(), limits), name, bytes, mail);
    }

    static Result under(Policy policy, String name, byte[] bytes, String... passwords) {
        return run(policy, name, bytes, "", passwords);
    }

    private static Result run(Policy policy, String name, byte[] bytes, String hints, String... passwords) {
        Engine engine = new Engine(REGISTRY, policy, content -> "");
        try (Workspace workspace = new Workspace(Path.of(System.getProperty("java.io.tmpdir")))) {
            Job job = new Job(Untrusted.of(name), HeapContent.of(bytes), workspace, List.of(passwords)).hinted(hints);
            Outcome outcome = engine.sanitize(job);
            byte[] output = outcome instanceof Outcome.Rebuilt rebuilt
                    ? rebuilt.content().stream().readAllBytes()
                    : new byte[0];
            return new Result(outcome.report(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rebuilds, and again, and holds the second to the first. */
    static Result twice(String name, byte[] bytes, String... passwords) {
        Result first = of(name, bytes, passwords);
        assertThat(first.rebuilt()).as(first.ending() + first.report().reason()).isTrue();
        Result again = of(first.report().outputName().unescaped(), first.bytes(), passwords);
        assertThat(again.rebuilt()).as(again.ending()).isTrue();
        assertThat(again.codes()).isEmpty();
        assertThat(again.bytes()).isEqualTo(first.bytes());
        return first;
    }
}
