package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Broken drawings end as an outcome, soon, and an output of one is clean and stays the same. */
class DrawingRobustnessTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int FLIPS = 400;

    @TestFactory
    Stream<DynamicTest> truncationsEndAsAnOutcome() {
        return benign().map(sample -> dynamicTest(sample.fileName(), () -> {
            byte[] whole = sample.bytes().get();
            for (int length = 0; length < whole.length; length += 1 + whole.length / 200) {
                ends(sample, Arrays.copyOf(whole, length));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> bitFlipsEndAsAnOutcome() {
        return benign().map(sample -> dynamicTest(sample.fileName(), () -> {
            Random random = new Random(20260101);
            for (int i = 0; i < FLIPS; i++) {
                byte[] bytes = sample.bytes().get();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                ends(sample, bytes);
            }
        }));
    }

    private static Stream<Sample> benign() {
        return new DrawingContractTest().benign().stream();
    }

    private static void ends(Sample sample, byte[] bytes) {
        Run run = HandlerContract.RUNNER.sanitize(sample.fileName(), bytes);
        assertThat(run.took()).as(run.ending()).isLessThan(SOON);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (run.rebuilt()) {
            assertThat(OutputScan.of(run.output())).isEmpty();
            // A broken drawing may be a document of another type, and gets its extension.
            Run again =
                    HandlerContract.RUNNER.sanitize(run.report().outputName().unescaped(), run.output());
            assertThat(again.output()).isEqualTo(run.output());
            assertThat(again.codes()).isEmpty();
        }
    }
}
