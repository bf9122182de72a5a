package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.ppt.PptSeeds;
import jp.kiyome.testcorpus.ppt.PptVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.scan.OutputScan;
import jp.kiyome.testcorpus.scan.Survivor;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes come as a presentation, as its records, or as a drawing: an outcome, in time, and an output only if nothing hostile is
 * in it and it stays the same.
 */
class PptFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    static Stream<byte[]> files() {
        return Stream.concat(PptVectors.all().stream().map(v -> v.hostile()), PptVectors.benign().stream())
                .map(sample -> sample.bytes().get());
    }

    static Stream<byte[]> records() {
        return PptSeeds.inSlide();
    }

    static Stream<byte[]> shapes() {
        return PptSeeds.shapes();
    }

    @MethodSource("files")
    @FuzzTest
    void wholeFile(byte[] bytes) {
        judge(bytes);
    }

    /** The frame fits, whatever is in it. */
    @MethodSource("records")
    @FuzzTest
    void recordsOfASlide(byte[] bytes) {
        judge(PptSeeds.withRecords(bytes));
    }

    @MethodSource("shapes")
    @FuzzTest
    void shapesOfADrawing(byte[] bytes) {
        judge(PptSeeds.withShapes(bytes));
    }

    @MethodSource("shapes")
    @FuzzTest
    void propertiesOfAShape(byte[] bytes) {
        judge(PptSeeds.withProperties(bytes));
    }

    private static void judge(byte[] bytes) {
        Run run = RUNNER.sanitize("fuzz.ppt", bytes);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (!run.rebuilt()) {
            return;
        }
        assertThat(OutputScan.of(run.output()))
                .filteredOn(s -> s.kind() == Survivor.Kind.VECTOR)
                .isEmpty();
        Run again = RUNNER.sanitize("fuzz.ppt", run.output());
        assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
    }
}
