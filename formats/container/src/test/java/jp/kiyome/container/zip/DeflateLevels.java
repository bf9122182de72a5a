package jp.kiyome.container.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;

/**
 * Measures what inflating and deflating the members of a folder's archives costs at each level, and what the outputs weigh
 * against the inputs. Run it by hand with the folder as its argument.
 */
final class DeflateLevels {

    private static final int ROUNDS = 15;

    private record Archive(Content content, long plain, Map<ZipMember, byte[]> members) {}

    private DeflateLevels() {}

    public static void main(String[] args) throws IOException {
        List<Archive> archives = archives(Path.of(args[0]));
        double plain = archives.stream().mapToLong(Archive::plain).sum();
        double packed = archives.stream().mapToLong(a -> a.content.size()).sum();
        System.out.printf(
                Locale.ROOT, "%d archives, %.1f MB, members %.1f MB%n", archives.size(), packed / 1e6, plain / 1e6);
        System.out.printf(Locale.ROOT, "inflate %.0f MB/s%n", plain / 1e6 / best(() -> inflate(archives)));
        for (int level = 1; level <= 9; level++) {
            int at = level;
            long[] sizes = {0};
            double seconds = best(() -> sizes[0] = deflate(archives, at));
            List<Double> ratios = new ArrayList<>();
            for (Archive archive : archives) {
                ratios.add((double) deflate(List.of(archive), level) / archive.content.size());
            }
            System.out.printf(
                    Locale.ROOT,
                    "level %d: %.0f MB/s, out/in %.4f, over 1.05: %d, worst %.3f%n",
                    level,
                    plain / 1e6 / seconds,
                    sizes[0] / packed,
                    ratios.stream().filter(r -> r > 1.05).count(),
                    ratios.stream().mapToDouble(r -> r).max().orElse(0));
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double best(Work work) throws IOException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = cpuTime();
            work.run();
            best = Math.min(best, (cpuTime() - start) / 1e9);
        }
        return best;
    }

    /** Nanoseconds of this thread alone, so that others on the machine do not count. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static ZipArchive open(Content content) {
        return ZipArchive.open(content, new Budget(Limits.defaults(), content.size()), finding -> {});
    }

    private static List<Archive> archives(Path folder) throws IOException {
        List<Archive> archives = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Content content = HeapContent.of(Files.readAllBytes(file));
                try (ZipArchive zip = open(content)) {
                    Map<ZipMember, byte[]> members = new LinkedHashMap<>();
                    for (ZipMember member : zip.members()) {
                        try (InputStream in = zip.open(member)) {
                            members.put(member, in.readAllBytes());
                        }
                    }
                    long plain =
                            members.values().stream().mapToLong(b -> b.length).sum();
                    archives.add(new Archive(content, plain, members));
                } catch (Refusal refusal) {
                    System.out.println(file.getFileName() + ": " + refusal.getMessage());
                }
            }
        }
        return archives;
    }

    private static void inflate(List<Archive> archives) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (Archive archive : archives) {
            try (ZipArchive zip = open(archive.content)) {
                for (ZipMember member : zip.members()) {
                    try (InputStream in = zip.open(member)) {
                        while (in.read(buffer) >= 0) {
                            // Only the time counts.
                        }
                    }
                }
            }
        }
    }

    /** Stored members stay stored. */
    private static long deflate(List<Archive> archives, int level) throws IOException {
        long size = 0;
        for (Archive archive : archives) {
            try (Workspace workspace = Workspace.inTempDirectory()) {
                var out = workspace.sink();
                try (WrittenZip zip = new WrittenZip(out, workspace.sink(), level)) {
                    for (Map.Entry<ZipMember, byte[]> member : archive.members.entrySet()) {
                        try (OutputStream stream = zip.member(
                                member.getKey().name(), member.getKey().storage())) {
                            stream.write(member.getValue());
                        }
                    }
                    zip.finish(archive.members.keySet().stream()
                            .map(ZipMember::name)
                            .toList());
                }
                size += out.position();
            }
        }
        return size;
    }
}
