package jp.kiyome.testcorpus.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.type.FileType;

/** An engine with the handlers of the class path. Threads may share it. */
public final class Runner {

    private final Registry registry = Registry.ofClassPath();
    private final Engine engine;
    private final Path temp;
    private final int onHeap;

    public Runner(Policy policy, Path temp) {
        this(policy, temp, Sink.ON_HEAP);
    }

    /** @param onHeap bytes of an output or an intermediate result past which a temp file is made */
    public Runner(Policy policy, Path temp, int onHeap) {
        this.onHeap = onHeap;
        // No second witness: what the structure says is enough to judge the handlers.
        this.engine = new Engine(registry, policy, content -> "");
        this.temp = temp;
    }

    public static Runner withDefaults() {
        return new Runner(Policy.defaults(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Whether there is a handler that rebuilds files of such a name. */
    public boolean supports(String fileName) {
        return registry.byName(fileName, List.of()).flatMap(registry::handler).isPresent();
    }

    public Run sanitize(String name, byte[] bytes, String... passwords) {
        long start = System.nanoTime();
        try (Workspace workspace = new Workspace(temp, onHeap)) {
            Job job = new Job(Untrusted.of(name), HeapContent.of(bytes), workspace, List.of(passwords));
            Outcome outcome = engine.sanitize(job);
            byte[] output = outcome instanceof Outcome.Rebuilt rebuilt ? all(rebuilt) : new byte[0];
            return new Run(outcome.report(), output, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Why a file is not what a rebuild gives; empty when it is. */
    public Optional<Ending> verify(FileType type, String name, byte[] output, String... passwords) {
        try (Workspace workspace = new Workspace(temp, onHeap)) {
            Job job = new Job(Untrusted.of(name), HeapContent.of(output), workspace, List.of(passwords));
            return engine.verify(type, job.content(), job, budget -> {});
        }
    }

    private static byte[] all(Outcome.Rebuilt rebuilt) {
        try {
            return rebuilt.content().stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
