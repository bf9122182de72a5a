package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.docuworks.XdwVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a document of DocuWorks: an outcome, in time, and an output that a second pass does not change. */
class DocuworksFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    static Stream<byte[]> documents() {
        return Stream.concat(
                        XdwVectors.benign().stream(), XdwVectors.all().stream().map(Vector::hostile))
                .map(Sample::bytes)
                .map(bytes -> bytes.get());
    }

    @MethodSource("documents")
    @FuzzTest
    void document(byte[] bytes) {
        Run run = RUNNER.sanitize("fuzz.xdw", bytes);
        if (run.report().verdict().name().equals("FAILED")) {
            assertThat(run.ending()).doesNotContain("OutputNotClean");
        }
        if (!run.rebuilt()) {
            return;
        }
        assertThat(OutputScan.of(run.output())).isEmpty();
        Run again = RUNNER.sanitize("fuzz.xdw", run.output());
        assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
    }
}
