package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.cad.DxfSamples;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a drawing: an outcome, and an output only if it stays the same. */
class DxfFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    static Stream<byte[]> drawings() {
        return DxfSamples.all().stream().map(sample -> sample.bytes().get());
    }

    @MethodSource("drawings")
    @FuzzTest
    void drawing(byte[] bytes) {
        Run run = RUNNER.sanitize("fuzz.dxf", bytes);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (run.rebuilt()) {
            Run again = RUNNER.sanitize(run.report().outputName().unescaped(), run.output());
            assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
        }
    }
}
