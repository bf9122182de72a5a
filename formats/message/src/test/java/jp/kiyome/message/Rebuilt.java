package jp.kiyome.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Report;

/**
 * What came of a file.
 *
 * @param bytes of the output; none where there is none
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record Rebuilt(Report report, byte[] bytes) {

    static Rebuilt of(String name, byte[] file, Map<String, String> options) {
        Policy policy = Policy.of(Set.of(), Map.of(), options, Limits.defaults());
        Engine engine = new Engine(Registry.ofClassPath(), policy, content -> "");
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Outcome outcome = engine.sanitize(Job.of(name, HeapContent.of(file), workspace));
            byte[] bytes = outcome instanceof Outcome.Rebuilt rebuilt
                    ? rebuilt.content().stream().readAllBytes()
                    : new byte[0];
            return new Rebuilt(outcome.report(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rebuilt of(String name, byte[] file) {
        return of(name, file, Map.of());
    }

    /** Codes of everything found, and of what ended it. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        collect(report, codes);
        return codes;
    }

    private static void collect(Report report, Set<String> codes) {
        report.findings().forEach(f -> codes.add(f.kind().code()));
        report.reason().ifPresent(f -> codes.add(f.kind().code()));
        report.nested().forEach(inner -> collect(inner, codes));
    }

    /** Whether a text stands in the output, in eight bits or sixteen. */
    boolean holds(String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text)
                || new String(bytes, StandardCharsets.UTF_16LE).contains(text)
                || new String(bytes, 1, Math.max(0, bytes.length - 1), StandardCharsets.UTF_16LE).contains(text);
    }

    static Content content(String text) {
        return HeapContent.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
