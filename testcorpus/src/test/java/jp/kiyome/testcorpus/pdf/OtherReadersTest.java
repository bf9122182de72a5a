package jp.kiyome.testcorpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.Tool;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** qpdf finds no fault in what comes out, and poppler shows the same as before. Skipped where they are not installed. */
class OtherReadersTest {

    private static final Runner RUNNER = Runner.withDefaults();

    /** Of actions at triggers every so many: their outputs differ in nothing. */
    private static final int SHARE = 12;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> qpdfFindsNoFaultInAnyOutput() {
        Tool qpdf = Tool.installed("qpdf");
        int[] count = {0};
        Stream<Sample> some = PdfVectors.all().stream()
                .filter(v -> PdfVectors.findings().containsKey(v.hostile().name()) || count[0]++ % SHARE == 0)
                .map(Vector::hostile);
        return Stream.concat(some, PdfVectors.benign().stream())
                .filter(s -> s.ending() == Ending.REBUILT)
                .map(s -> dynamicTest(s.name(), () -> {
                    String file = rebuilt(s);
                    Tool.Said said = qpdf.run(folder, "--check", file);
                    assertThat(said.status()).as(said.text()).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> popplerReadsTheSameTextAsBefore() {
        Tool poppler = Tool.installed("pdftotext");
        return readable()
                .map(s -> dynamicTest(s.name(), () -> {
                    Tool.Said before =
                            poppler.run(folder, "-q", written(s, s.bytes().get(), "before"), "-");
                    Tool.Said after = poppler.run(folder, "-q", rebuilt(s), "-");
                    assertThat(after).isEqualTo(before);
                    assertThat(after.text()).contains("Kiyome");
                }));
    }

    @TestFactory
    Stream<DynamicTest> popplerDrawsTheSamePagesAsBefore() {
        Tool poppler = Tool.installed("pdftoppm");
        return readable()
                .map(s -> dynamicTest(s.name(), () -> {
                    poppler.run(folder, "-q", "-r", "36", written(s, s.bytes().get(), "before"), s.name() + "-before");
                    poppler.run(folder, "-q", "-r", "36", rebuilt(s), s.name() + "-after");
                    assertThat(pictures(s.name() + "-after")).isNotEmpty().isEqualTo(pictures(s.name() + "-before"));
                }));
    }

    private static Stream<Sample> readable() {
        return Stream.concat(
                PdfVectors.benign().stream(),
                PdfVectors.all().stream()
                        .map(Vector::hostile)
                        .filter(s ->
                                s.name().startsWith("pdf-damage") || s.name().startsWith("pdf-linear"))
                        .filter(s -> s.ending() == Ending.REBUILT && !s.kept().isEmpty())
                        // Poppler does not open it.
                        .filter(s -> !s.name().equals("pdf-damage-no-table")));
    }

    private String rebuilt(Sample sample) {
        Run run = RUNNER.sanitize(sample.fileName(), sample.bytes().get());
        assertThat(run.rebuilt()).as(run.ending()).isTrue();
        return written(sample, run.output(), "after");
    }

    private String written(Sample sample, byte[] bytes, String when) {
        try {
            Path file = folder.resolve(sample.name() + "-" + when + ".pdf");
            Files.write(file, bytes);
            return file.getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> pictures(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(prefix + "-\\d+\\.ppm"))
                    .sorted()
                    .map(OtherReadersTest::hash)
                    .toList();
        }
    }

    private static int hash(Path file) {
        try {
            return Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
