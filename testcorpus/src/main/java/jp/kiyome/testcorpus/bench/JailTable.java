package jp.kiyome.testcorpus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.jail.pool.JailedSanitizer;
import jp.kiyome.core.jail.pool.PoolSettings;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.magic.TikaWitness;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.testcorpus.relay.KiyomeServe;

/**
 * What the jail costs: the same files through workers that rebuild and others that verify, and through the engine in this
 * process with the same verification. Wall time, warm, rounds of both taking turns.
 */
public final class JailTable {

    private static final double WARM_UP_SECONDS = 60;
    private static final int ROUNDS = 3;
    private static final int REQUESTS = 300;

    private final List<Path> files;
    private final int atATime = Runtime.getRuntime().availableProcessors();

    private JailTable(List<Path> files) {
        this.files = files;
    }

    /** Measures over every file below a folder. */
    public static String measure(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            return new JailTable(files).measured();
        }
    }

    private String measured() {
        Registry registry = Registry.ofClassPath();
        Policy policy = Policy.defaults();
        Sanitizer here = new Engine(registry, policy, new TikaWitness());
        // Workers that live for thousands of files: the compiler that optimizes pays.
        WorkerSpec spec = WorkerSpec.likeThisProcess("jp.kiyome.core.jail.worker.WorkerMain")
                .withClassPath(KiyomeServe.workerClassPath());
        PoolSettings settings = PoolSettings.of(spec, JailRule.REQUIRED).withFilesAtATime(atATime);
        FindingCatalogue catalogue = FindingCatalogue.ofClassPath();
        try (WorkerPool pool = new WorkerPool(settings).warm(atATime)) {
            Sanitizer jailed = new JailedSanitizer(pool, registry, () -> catalogue, policy);
            return throughput(here, jailed) + requests(here, jailed);
        }
    }

    private String throughput(Sanitizer here, Sanitizer jailed) {
        double best = Double.MAX_VALUE;
        double bestJailed = Double.MAX_VALUE;
        for (double spent = 0; spent < WARM_UP_SECONDS; ) {
            spent += all(here) + all(jailed);
        }
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, all(here));
            bestJailed = Math.min(bestJailed, all(jailed));
        }
        return String.format(
                Locale.ROOT,
                "%d files, %d at a time: %.1f s in this process, %.1f s in the jail: %.0f %% of the throughput%n",
                files.size(),
                atATime,
                best,
                bestJailed,
                100 * best / bestJailed);
    }

    private double all(Sanitizer sanitizer) {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(atATime)) {
            CompletableFuture.allOf(files.stream()
                            .map(file -> CompletableFuture.runAsync(() -> sanitize(sanitizer, file), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The smallest file that is rebuilt, again and again. */
    private String requests(Sanitizer here, Sanitizer jailed) {
        Path small = files.stream()
                .filter(file -> sanitize(here, file))
                .min((one, other) -> Long.compare(size(one), size(other)))
                .orElseThrow();
        double milliseconds = median(here, small);
        double millisecondsJailed = median(jailed, small);
        return String.format(
                Locale.ROOT,
                "%s, %d bytes, median of %d warm requests: %.2f ms in this process, %.2f ms in the jail: %.2f ms more%n",
                small.getFileName(),
                size(small),
                REQUESTS,
                milliseconds,
                millisecondsJailed,
                millisecondsJailed - milliseconds);
    }

    private static double median(Sanitizer sanitizer, Path file) {
        long[] nanoseconds = new long[REQUESTS];
        for (int i = -REQUESTS; i < REQUESTS; i++) {
            long start = System.nanoTime();
            sanitize(sanitizer, file);
            if (i >= 0) {
                nanoseconds[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanoseconds);
        return nanoseconds[REQUESTS / 2] / 1e6;
    }

    /** Whether it was rebuilt. */
    private static boolean sanitize(Sanitizer sanitizer, Path file) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            HeapContent content = HeapContent.of(Files.readAllBytes(file));
            return sanitizer.sanitize(Job.of(file.getFileName().toString(), content, workspace))
                    instanceof Outcome.Rebuilt;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
