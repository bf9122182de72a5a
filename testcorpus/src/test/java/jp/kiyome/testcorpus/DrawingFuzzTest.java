package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a drawing: an outcome, and an output only if it is clean and stays the same. */
class DrawingFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    static Stream<byte[]> svg() {
        return seeds("svg");
    }

    static Stream<byte[]> emf() {
        return seeds("emf");
    }

    static Stream<byte[]> wmf() {
        return seeds("wmf");
    }

    @MethodSource("svg")
    @FuzzTest
    void drawnAsSvg(byte[] bytes) {
        judge("fuzz.svg", bytes);
    }

    @MethodSource("emf")
    @FuzzTest
    void drawnAsEmf(byte[] bytes) {
        judge("fuzz.emf", bytes);
    }

    @MethodSource("wmf")
    @FuzzTest
    void drawnAsWmf(byte[] bytes) {
        judge("fuzz.wmf", bytes);
    }

    private static Stream<byte[]> seeds(String extension) {
        return new DrawingContractTest()
                .samples()
                .filter(sample -> sample.extension().equals(extension))
                .map(Sample::bytes)
                .map(bytes -> bytes.get());
    }

    private static void judge(String name, byte[] bytes) {
        Run run = RUNNER.sanitize(name, bytes);
        if (run.rebuilt()) {
            assertThat(OutputScan.of(run.output())).isEmpty();
            Run again = RUNNER.sanitize(name, run.output());
            assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
        }
    }
}
