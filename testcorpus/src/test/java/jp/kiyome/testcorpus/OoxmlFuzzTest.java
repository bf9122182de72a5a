package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import jp.kiyome.testcorpus.scan.Survivor;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes come: an outcome, in time, and an output only if nothing hostile is in it. The seeds run as an ordinary test;
 * {@code testcorpus/fuzz} goes on from them.
 */
class OoxmlFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final List<Sample> SEEDS = Samples.checkedIn().stream()
            .filter(s -> !s.extension().equals("pdf"))
            .filter(s -> s.bytes().get().length < 1 << 16)
            .toList();

    static Stream<byte[]> files() {
        return SEEDS.stream().map(s -> s.bytes().get());
    }

    /** The first byte says which member of which seed the rest stands in for, so that sizes and checksums fit. */
    static Stream<byte[]> parts() {
        return Stream.iterate(0, i -> i < OoxmlSeeds.members().size(), i -> i + 1)
                .map(i -> {
                    byte[] data = OoxmlSeeds.members().get(i).data();
                    byte[] seed = new byte[data.length + 1];
                    seed[0] = (byte) (int) i;
                    System.arraycopy(data, 0, seed, 1, data.length);
                    return seed;
                });
    }

    @MethodSource("files")
    @FuzzTest
    void wholeFile(byte[] bytes) {
        judge("fuzz.docx", bytes);
    }

    @MethodSource("parts")
    @FuzzTest
    void onePart(byte[] bytes) {
        if (bytes.length > 0) {
            judge("fuzz.docx", OoxmlSeeds.with(bytes));
        }
    }

    private static void judge(String name, byte[] bytes) {
        Run run = RUNNER.sanitize(name, bytes);
        if (!run.rebuilt()) {
            return;
        }
        assertThat(OutputScan.of(run.output()))
                .filteredOn(s -> s.kind() == Survivor.Kind.VECTOR)
                .isEmpty();
        Run again = RUNNER.sanitize(name, run.output());
        assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
    }
}
