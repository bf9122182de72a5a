package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.packed.PackedVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as LHA, cabinet or RAR: an outcome, in time, and an output that a second pass does not change. */
class PackedArchiveFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final Duration LONG = Duration.ofSeconds(20);

    private static Stream<byte[]> seeds(String extension) {
        return Stream.concat(
                        PackedVectors.benign().stream(),
                        PackedVectors.all().stream().map(Vector::hostile))
                .filter(sample -> sample.extension().equals(extension))
                .map(Sample::bytes)
                .map(bytes -> bytes.get());
    }

    static Stream<byte[]> lhas() {
        return seeds("lzh");
    }

    static Stream<byte[]> cabinets() {
        return seeds("cab");
    }

    static Stream<byte[]> rars() {
        return seeds("rar");
    }

    @MethodSource("lhas")
    @FuzzTest
    void lha(byte[] bytes) {
        judge("fuzz.lzh", bytes);
    }

    @MethodSource("cabinets")
    @FuzzTest
    void cabinet(byte[] bytes) {
        judge("fuzz.cab", bytes);
    }

    @MethodSource("rars")
    @FuzzTest
    void rar(byte[] bytes) {
        judge("fuzz.rar", bytes);
    }

    private static void judge(String name, byte[] bytes) {
        Run run = RUNNER.sanitize(name, bytes);
        assertThat(run.took()).as(run.ending()).isLessThan(LONG);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (run.rebuilt()) {
            Run again = RUNNER.sanitize(run.report().outputName().unescaped(), run.output());
            assertThat(again.output()).isEqualTo(run.output());
        }
    }
}
