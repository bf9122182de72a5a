package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a drawing of Jw_cad, SXF, STEP or IGES: an outcome, and an output only if it is clean and stays the same. */
class ExchangeFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    static Stream<byte[]> jww() {
        return seeds("jww");
    }

    static Stream<byte[]> sfc() {
        return seeds("sfc");
    }

    static Stream<byte[]> step() {
        return seeds("stp");
    }

    static Stream<byte[]> iges() {
        return seeds("igs");
    }

    @MethodSource("jww")
    @FuzzTest
    void drawnByJwcad(byte[] bytes) {
        judge("fuzz.jww", bytes);
    }

    @MethodSource("sfc")
    @FuzzTest
    void drawnInFeatures(byte[] bytes) {
        judge("fuzz.sfc", bytes);
    }

    @MethodSource("step")
    @FuzzTest
    void drawnInEntities(byte[] bytes) {
        judge("fuzz.stp", bytes);
    }

    @MethodSource("iges")
    @FuzzTest
    void drawnInColumns(byte[] bytes) {
        judge("fuzz.igs", bytes);
    }

    private static Stream<byte[]> seeds(String extension) {
        return new ExchangeContractTest()
                .samples()
                .filter(sample ->
                        sample.extension().equals(extension) && !sample.name().endsWith("-bomb"))
                .map(Sample::bytes)
                .map(bytes -> bytes.get());
    }

    private static void judge(String name, byte[] bytes) {
        Run run = RUNNER.sanitize(name, bytes);
        if (run.rebuilt()) {
            assertThat(OutputScan.of(run.output())).isEmpty();
            Run again = RUNNER.sanitize(run.report().outputName().unescaped(), run.output());
            assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
        }
    }
}
