package jp.kiyome.core.jail.pool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.Policy;

/** A pool whose workers know the mock format, with little time and memory for each file. */
final class MockPool implements AutoCloseable {

    static final Policy POLICY =
            Policy.of(Set.of(), Map.of(), Map.of(), Limits.defaults().with(Map.of(LimitName.TIME, 4000L)));

    final WorkerPool pool;
    final JailedSanitizer sanitizer;

    MockPool(JailRule rule) {
        this(settings(rule));
    }

    MockPool(PoolSettings settings) {
        pool = new WorkerPool(settings);
        sanitizer = new JailedSanitizer(pool, Registry.ofClassPath(), FindingCatalogue::ofClassPath, POLICY);
    }

    static PoolSettings settings(JailRule rule) {
        WorkerSpec spec = WorkerSpec.likeThisProcess("jp.kiyome.core.jail.worker.WorkerMain")
                .withHeap(128 << 20)
                .withOptions(List.of("-XX:TieredStopAtLevel=1"));
        return PoolSettings.of(spec, rule).withFilesAtATime(2).withGrace(Duration.ofMillis(500));
    }

    /** Whether this machine can give a whole jail; the whole build insists on it where it can be had. */
    static boolean canBeJailed() {
        return Files.isExecutable(Path.of("/usr/bin/bwrap"));
    }

    /** What became of one file. */
    record Ended(Outcome outcome, String output) {
        String verdict() {
            return outcome.report().verdict().name();
        }

        String reason() {
            return outcome.report()
                    .reason()
                    .map(reason -> reason.kind() + " " + reason.detail())
                    .orElse("");
        }
    }

    Ended sanitize(String... lines) {
        return sanitizeFor("", lines);
    }

    Ended sanitizeFor(String tenant, String... lines) {
        byte[] bytes = ("MOCK\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Job job = new Job(Untrusted.of("a.mock"), HeapContent.of(bytes), workspace, List.of()).belongingTo(tenant);
            Outcome outcome = sanitizer.sanitize(job);
            String output = "";
            if (outcome instanceof Outcome.Rebuilt rebuilt) {
                byte[] written = new byte[(int) rebuilt.content().size()];
                rebuilt.content().content().copy(0, written, 0, written.length);
                output = new String(written, StandardCharsets.UTF_8);
            }
            return new Ended(outcome, output);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
