package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.xlsb.XlsbBenign;
import jp.kiyome.testcorpus.xlsb.XlsbVectors;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a workbook: an outcome, and an output only if it stays the same. */
class XlsbFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    static Stream<byte[]> workbooks() {
        return Stream.concat(
                XlsbVectors.all().stream()
                        .map(vector -> vector.hostile().bytes().get()),
                XlsbBenign.all().stream().map(sample -> sample.bytes().get()));
    }

    @MethodSource("workbooks")
    @FuzzTest
    void wholeWorkbook(byte[] bytes) {
        judge(bytes);
    }

    /** The bytes as a sheet in a package that is well. */
    @MethodSource("workbooks")
    @FuzzTest
    void sheet(byte[] bytes) {
        judge(XlsbVectors.withSheet(bytes));
    }

    private static void judge(byte[] bytes) {
        Run run = RUNNER.sanitize("fuzz.xlsb", bytes);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (run.rebuilt()) {
            Run again = RUNNER.sanitize("fuzz.xlsb", run.output());
            assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
        }
    }
}
