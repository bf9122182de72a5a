package jp.kiyome.testcorpus.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;

/**
 * Rebuilds one file in a process of its own and says how many bytes of the heap were in use at most, garbage not counted: it is collected
 * every so often, and what is left is what the work needs.
 */
public final class HeapProbe {

    private static final long EVERY_MILLIS = 250;
    private static final long MOST_BYTES = 1L << 36;

    private HeapProbe() {}

    /**
     * Rebuilds, and says what was used.
     *
     * @param arguments a file, and where its temp files may lie
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long[] most = new long[1];
        Thread watcher = Thread.ofPlatform().daemon().unstarted(() -> watch(most));
        Path file = Path.of(arguments[0]);
        Limits limits = Limits.defaults()
                .with(Map.of(
                        LimitName.DECODED_BYTES,
                        MOST_BYTES,
                        LimitName.PIXELS,
                        100_000_000_000L,
                        LimitName.TIME,
                        3_600_000L));
        Engine engine =
                new Engine(Registry.ofClassPath(), Policy.of(Set.of(), Map.of(), Map.of(), limits), content -> "");
        try (Workspace workspace = new Workspace(Path.of(arguments[1]));
                InputStream in = Files.newInputStream(file)) {
            Job job = new Job(
                    Untrusted.of(file.getFileName().toString()),
                    workspace.copyOf(in, Long.MAX_VALUE),
                    workspace,
                    List.of());
            watcher.start();
            Outcome outcome = engine.sanitize(job);
            boolean rebuilt =
                    outcome instanceof Outcome.Rebuilt whole && whole.content().size() > Files.size(file) / 2;
            watcher.interrupt();
            watcher.join();
            System.out.println((rebuilt ? "rebuilt " : outcome.report().toString() + " ") + most[0]);
        }
    }

    private static void watch(long[] most) {
        Runtime runtime = Runtime.getRuntime();
        boolean on = true;
        while (on) {
            runtime.gc();
            most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException done) {
                on = false;
            }
        }
    }
}
