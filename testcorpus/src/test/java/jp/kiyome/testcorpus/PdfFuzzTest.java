package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.pdf.PdfSeeds;
import jp.kiyome.testcorpus.pdf.PdfVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import jp.kiyome.testcorpus.scan.Survivor;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a PDF file, or in a place of one: an outcome, in time, and an output only if it is clean and stays the same. */
class PdfFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final int LARGEST_SEED = 1 << 13;

    static Stream<byte[]> files() {
        Stream<Sample> vectors = PdfVectors.all().stream()
                .filter(v -> PdfVectors.findings().containsKey(v.hostile().name()))
                .map(v -> v.hostile());
        return Stream.concat(PdfVectors.benign().stream(), vectors)
                .map(s -> s.bytes().get())
                .filter(bytes -> bytes.length < LARGEST_SEED);
    }

    static List<byte[]> contents() {
        return PdfSeeds.contents();
    }

    static List<byte[]> maps() {
        return PdfSeeds.maps();
    }

    static List<byte[]> fonts() {
        return PdfSeeds.fonts();
    }

    static List<byte[]> objects() {
        return PdfSeeds.objects();
    }

    @MethodSource("files")
    @FuzzTest
    void wholePdf(byte[] bytes) {
        judge(bytes);
    }

    @MethodSource("contents")
    @FuzzTest
    void pdfContent(byte[] bytes) {
        judge(PdfSeeds.withContent(bytes));
    }

    @MethodSource("maps")
    @FuzzTest
    void pdfCharacterMap(byte[] bytes) {
        judge(PdfSeeds.withMap(bytes));
    }

    @MethodSource("fonts")
    @FuzzTest
    void pdfFont(byte[] bytes) {
        judge(PdfSeeds.withFont(bytes));
    }

    /** Values of objects, in a page's resources where nearly all kinds may stand. */
    @MethodSource("objects")
    @FuzzTest
    void pdfObject(byte[] bytes) {
        judge(PdfSeeds.withResources(bytes));
    }

    private static void judge(byte[] bytes) {
        Run run = RUNNER.sanitize("fuzz.pdf", bytes);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (!run.rebuilt()) {
            return;
        }
        assertThat(OutputScan.of(run.output()))
                .filteredOn(s -> s.kind() == Survivor.Kind.VECTOR)
                .isEmpty();
        Run again = RUNNER.sanitize("fuzz.pdf", run.output());
        assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
    }
}
