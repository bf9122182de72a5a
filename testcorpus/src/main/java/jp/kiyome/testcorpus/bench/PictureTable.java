package jp.kiyome.testcorpus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.Policy;

/**
 * Processor time of rebuilding and verifying JPEG and PNG files, warm and in one thread, beside what other programs take for less: at
 * most 2 times {@code jpegtran -optimize}, at most 1.5 times zlib's inflating and deflating at the same level.
 */
public final class PictureTable {

    private static final int WARM_UP = 12;
    private static final int ROUNDS = 8;
    private static final double JPEG_BOUND = 2;
    private static final double PNG_BOUND = 1.5;

    private final Engine engine = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");
    private final StringBuilder text = new StringBuilder(String.format(
            Locale.ROOT, "%-44s %9s %6s %9s %9s %6s %6s%n", "file", "KB", "out", "ms", "other ms", "ratio", "bound"));

    private PictureTable() {}

    public static String measure(Path folder) throws IOException {
        PictureTable table = new PictureTable();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path path : paths) {
            table.file(path, Files.readAllBytes(path));
        }
        return table.text.toString();
    }

    private void file(Path path, byte[] bytes) {
        long out = bytes.length < 2 ? 0 : rebuild(path, bytes);
        long other = out == 0 ? 0 : PictureBound.of(path, bytes);
        if (other == 0) {
            return;
        }
        for (int round = 0; round < WARM_UP; round++) {
            rebuild(path, bytes);
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, CpuTime.of(() -> rebuild(path, bytes)));
        }
        text.append(String.format(
                Locale.ROOT,
                "%-44s %9.1f %6.3f %9.1f %9.1f %6.2f %6.1f%n",
                path.getFileName(),
                bytes.length / 1e3,
                out / (double) bytes.length,
                best / 1e6,
                other / 1e6,
                best / (double) other,
                bytes[0] == (byte) 0xFF ? JPEG_BOUND : PNG_BOUND));
    }

    private long rebuild(Path path, byte[] bytes) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Job job = Job.of(path.getFileName().toString(), HeapContent.of(bytes), workspace);
            return engine.sanitize(job) instanceof Outcome.Rebuilt rebuilt
                    ? rebuilt.content().size()
                    : 0;
        }
    }
}
