package jp.kiyome.testcorpus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Processor time of rebuilding and verifying PDF files, warm and in one thread, beside {@code qpdf --object-streams=generate}: at most
 * twice that for files without pictures, all summed up; pictures apart, beside what decoding and encoding them takes at least.
 */
public final class PdfTable {

    private static final int WARM_UP = 8;
    private static final int ROUNDS = 4;

    private final Engine engine = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");
    private final List<Row> rows = new ArrayList<>();

    /** Sizes in bytes; the time of our own in nanoseconds. */
    private record Row(String file, int in, long out, long own, PdfBound bound) {}

    private PdfTable() {}

    /** Measures every PDF file below a folder that both rebuild; times are those of the best of several rounds. */
    public static String measure(Path folder) throws IOException {
        PdfTable table = new PdfTable();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(p -> p.toString().endsWith(".pdf")).sorted().toList();
        }
        for (int round = 0; round < WARM_UP; round++) {
            for (Path path : paths) {
                table.rebuild(path, Files.readAllBytes(path));
            }
        }
        for (Path path : paths) {
            table.file(path, Files.readAllBytes(path));
        }
        return table.text();
    }

    private void file(Path path, byte[] bytes) {
        byte[] out = rebuild(path, bytes);
        PdfBound bound = out.length == 0 ? PdfBound.NONE : PdfBound.of(path, out);
        if (bound.qpdf() == 0) {
            return;
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, CpuTime.of(() -> rebuild(path, bytes)));
        }
        rows.add(new Row(path.getFileName().toString(), bytes.length, out.length, best, bound));
    }

    /** Nothing where there is no output. */
    private byte[] rebuild(Path path, byte[] bytes) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Job job = Job.of(path.getFileName().toString(), HeapContent.of(bytes), workspace);
            if (!(engine.sanitize(job) instanceof Outcome.Rebuilt rebuilt)) {
                return new byte[0];
            }
            return rebuilt.content().stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-52s %9s %6s %9s %9s %6s %9s%n",
                "file",
                "KB",
                "out",
                "ms",
                "qpdf ms",
                "ratio",
                "pictures"));
        rows.forEach(row -> text.append(line(row.file, List.of(row))));
        List<Row> plain = rows.stream().filter(row -> !row.bound.pictures()).toList();
        List<Row> drawn = rows.stream().filter(row -> row.bound.pictures()).toList();
        text.append('\n').append(line("without pictures: " + plain.size(), plain));
        text.append(line("with pictures: " + drawn.size(), drawn));
        return text.toString();
    }

    private static String line(String name, List<Row> rows) {
        long in = rows.stream().mapToLong(Row::in).sum();
        long out = rows.stream().mapToLong(Row::out).sum();
        long own = rows.stream().mapToLong(Row::own).sum();
        long qpdf = rows.stream().mapToLong(row -> row.bound.qpdf()).sum();
        long coding = rows.stream().mapToLong(row -> row.bound.coding()).sum();
        return String.format(
                Locale.ROOT,
                "%-52s %9.1f %6.3f %9.2f %9.2f %6.2f %9.2f%n",
                name.length() > 52 ? name.substring(0, 52) : name,
                in / 1e3,
                out / (double) in,
                own / 1e6,
                qpdf / 1e6,
                own / (double) qpdf,
                coding / 1e6);
    }
}
