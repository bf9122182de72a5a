package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.xls.XlsVectors;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a workbook: an outcome, and an output only if it stays the same. */
class XlsFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    static Stream<byte[]> workbooks() {
        return Stream.concat(
                XlsVectors.all().stream().map(vector -> vector.hostile().bytes().get()),
                XlsVectors.benign().stream().map(sample -> sample.bytes().get()));
    }

    @MethodSource("workbooks")
    @FuzzTest
    void wholeWorkbook(byte[] bytes) {
        judge(bytes);
    }

    /** The bytes as the stream of a workbook in a frame that is well. */
    @MethodSource("workbooks")
    @FuzzTest
    void stream(byte[] bytes) {
        judge(XlsVectors.framed(bytes.length > 2560 ? java.util.Arrays.copyOfRange(bytes, 2560, bytes.length) : bytes));
    }

    private static void judge(byte[] bytes) {
        Run run = RUNNER.sanitize("fuzz.xls", bytes);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (run.rebuilt()) {
            Run again = RUNNER.sanitize("fuzz.xls", run.output());
            assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
        }
    }
}
