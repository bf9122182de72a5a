package jp.kiyome.testcorpus.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.Policy;

/** Rebuilds every ZIP-based file of a folder again and again in one thread, and its lower bound in between. */
public final class SpeedTable {

    /** Rounds over all files, and seconds, before anything is timed: a gateway runs for weeks. */
    private static final int WARM_UP = 3;

    private static final long WARM_UP_SECONDS = 30;
    private static final int ROUNDS = 5;

    private final List<Measured> files = new ArrayList<>();

    private SpeedTable() {}

    public static SpeedTable measure(Path folder) throws IOException {
        SpeedTable table = new SpeedTable();
        Engine engine = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(Files::isRegularFile).sorted().toList();
        }
        long begin = System.nanoTime();
        for (int round = 0;
                round < WARM_UP || System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
                round++) {
            for (Path path : paths) {
                rebuild(engine, path, Files.readAllBytes(path));
            }
        }
        for (Path path : paths) {
            table.file(engine, path, Files.readAllBytes(path)).ifPresent(table.files::add);
        }
        return table;
    }

    private Optional<Measured> file(Engine engine, Path path, byte[] bytes) {
        long out = rebuild(engine, path, bytes);
        if (out == 0 || bytes[0] != 'P') {
            return Optional.empty();
        }
        LowerBound members = LowerBound.ofMembers(bytes);
        LowerBound pictures = LowerBound.withPictures(bytes);
        long rebuild = Long.MAX_VALUE;
        long bound = Long.MAX_VALUE;
        long withPictures = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            rebuild = Math.min(rebuild, CpuTime.of(() -> rebuild(engine, path, bytes)));
            bound = Math.min(bound, CpuTime.of(members::run));
            withPictures = Math.min(withPictures, CpuTime.of(pictures::run));
        }
        return Optional.of(new Measured(path.getFileName(), bytes.length, out, rebuild, bound, withPictures));
    }

    /** Bytes of the output; 0 when there is none. */
    private static long rebuild(Engine engine, Path path, byte[] bytes) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Job job = Job.of(path.getFileName().toString(), HeapContent.of(bytes), workspace);
            return engine.sanitize(job) instanceof Outcome.Rebuilt rebuilt
                    ? rebuilt.content().size()
                    : 0;
        }
    }

    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-52s %9s %9s %9s %9s %6s %9s %6s%n",
                "file",
                "KB in",
                "KB out",
                "ms",
                "bound ms",
                "ratio",
                "with PNG",
                "ratio"));
        files.forEach(file -> text.append(line(file.file().toString(), file)));
        Measured all = new Measured(
                Path.of("all"),
                files.stream().mapToLong(Measured::in).sum(),
                files.stream().mapToLong(Measured::out).sum(),
                files.stream().mapToLong(Measured::rebuild).sum(),
                files.stream().mapToLong(Measured::bound).sum(),
                files.stream().mapToLong(Measured::withPictures).sum());
        text.append(line("all " + files.size(), all));
        double seconds = all.rebuild() / 1e9;
        text.append(String.format(
                Locale.ROOT,
                "%n%.1f files/s, %.1f MB/s of input, output %.3f times the input, peak heap %d MB, one thread, processor time%n",
                files.size() / seconds,
                all.in() / 1e6 / seconds,
                all.out() / (double) all.in(),
                peakHeap() >> 20));
        return text.toString();
    }

    private static String line(String name, Measured file) {
        return String.format(
                Locale.ROOT,
                "%-52s %9.1f %9.1f %9.2f %9.2f %6.2f %9.2f %6.2f%n",
                name.length() > 52 ? name.substring(0, 52) : name,
                file.in() / 1e3,
                file.out() / 1e3,
                file.rebuild() / 1e6,
                file.bound() / 1e6,
                file.rebuild() / (double) file.bound(),
                file.withPictures() / 1e6,
                file.rebuild() / (double) file.withPictures());
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
