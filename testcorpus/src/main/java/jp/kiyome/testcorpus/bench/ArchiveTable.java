package jp.kiyome.testcorpus.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.Policy;

/**
 * Processor time of rebuilding and verifying ZIP archives, warm and in one thread, beside what cannot be saved: inflating and
 * deflating the members at the same level, and what the engine takes for each member when it comes by itself.
 */
public final class ArchiveTable {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 15;

    /** Of the deflater, as archives for people are written. */
    private static final int LEVEL = 6;

    private final Engine engine = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");
    private final StringBuilder text = new StringBuilder(String.format(
            Locale.ROOT, "%-44s %9s %9s %9s %9s %6s%n", "file", "KB", "ms", "zlib ms", "members", "ratio"));

    private ArchiveTable() {}

    public static String measure(Path folder) throws IOException {
        ArchiveTable table = new ArchiveTable();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(path -> path.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
        for (Path path : paths) {
            table.file(path, Files.readAllBytes(path));
        }
        return table.text.toString();
    }

    // Nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    private record Inside(String name, byte[] bytes) {}

    private void file(Path path, byte[] bytes) throws IOException {
        if (rebuild(path.getFileName().toString(), bytes) == 0) {
            return;
        }
        List<Inside> members = members(bytes);
        LowerBound zlib = LowerBound.ofMembers(bytes, LEVEL);
        List<Runnable> works = List.of(
                () -> rebuild(path.getFileName().toString(), bytes),
                zlib::run,
                () -> members.forEach(member -> rebuild(member.name, member.bytes)));
        long[] best = best(works);
        long whole = best[0];
        long bound = best[1];
        long inside = best[2];
        text.append(String.format(
                Locale.ROOT,
                "%-44s %9.1f %9.1f %9.1f %9.1f %6.2f%n",
                path.getFileName(),
                bytes.length / 1e3,
                whole / 1e6,
                bound / 1e6,
                inside / 1e6,
                whole / (double) (bound + inside)));
    }

    private static List<Inside> members(byte[] zip) throws IOException {
        List<Inside> members = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    members.add(new Inside(entry.getName(), in.readAllBytes()));
                }
            }
        }
        return members;
    }

    /** In turn, so that all are as warm and meet the same machine. */
    private static long[] best(List<Runnable> works) {
        long[] best = new long[works.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.min(best[i], CpuTime.of(works.get(i)));
            }
        }
        return best;
    }

    private long rebuild(String name, byte[] bytes) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Job job = Job.of(name, HeapContent.of(bytes), workspace);
            return engine.sanitize(job) instanceof Outcome.Rebuilt rebuilt
                    ? rebuilt.content().size()
                    : 0;
        }
    }
}
