package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.odf.OdfVectors;
import jp.kiyome.testcorpus.rtf.RtfVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as OpenDocument or RTF: an outcome, in time, and an output that a second pass does not change. */
class OpenFormatsFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    private static Stream<byte[]> seeds(List<Sample> benign, List<Vector> vectors, String... extensions) {
        return Stream.concat(benign.stream(), vectors.stream().map(Vector::hostile))
                .filter(s -> List.of(extensions).contains(s.extension()))
                .map(s -> s.bytes().get());
    }

    static Stream<byte[]> packages() {
        return seeds(OdfVectors.benign(), OdfVectors.all(), "odt", "ods", "odp");
    }

    static Stream<byte[]> flats() {
        return seeds(OdfVectors.benign(), OdfVectors.all(), "fodt");
    }

    static Stream<byte[]> texts() {
        return seeds(RtfVectors.benign(), RtfVectors.all(), "rtf");
    }

    @MethodSource("packages")
    @FuzzTest
    void openDocument(byte[] bytes) {
        judge("fuzz.odt", bytes);
    }

    @MethodSource("flats")
    @FuzzTest
    void flat(byte[] bytes) {
        judge("fuzz.fodt", bytes);
    }

    @MethodSource("texts")
    @FuzzTest
    void rtf(byte[] bytes) {
        judge("fuzz.rtf", bytes);
    }

    private static void judge(String name, byte[] bytes) {
        Run run = RUNNER.sanitize(name, bytes);
        if (run.report().verdict().name().equals("FAILED")) {
            assertThat(run.ending()).doesNotContain("OutputNotClean");
        }
        if (!run.rebuilt()) {
            return;
        }
        assertThat(OutputScan.of(run.output())).isEmpty();
        Run again = RUNNER.sanitize(name, run.output());
        assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
    }
}
