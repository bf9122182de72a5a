package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.word.WordVectors;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a document: an outcome, and an output only if it stays the same. */
class WordFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    static Stream<byte[]> documents() {
        return WordVectors.benign().stream().map(sample -> sample.bytes().get());
    }

    @MethodSource("documents")
    @FuzzTest
    void document(byte[] bytes) {
        Run run = RUNNER.sanitize("fuzz.doc", bytes);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (run.rebuilt()) {
            Run again = RUNNER.sanitize(run.report().outputName().unescaped(), run.output());
            assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
        }
    }
}
