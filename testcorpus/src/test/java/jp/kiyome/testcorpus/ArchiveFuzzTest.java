package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.archive.zstd.ZstdOutput;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.testcorpus.archive.ArchiveVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import jp.kiyome.testcorpus.scan.Survivor;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as an archive: an outcome, in time, and an output only if it is clean and stays the same. */
class ArchiveFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final int LARGEST_SEED = 1 << 13;

    static List<byte[]> zips() {
        return seeds("zip");
    }

    static List<byte[]> tapes() {
        return seeds("tar");
    }

    static List<byte[]> sevens() {
        return seeds("7z");
    }

    static List<byte[]> compressed() {
        return seeds("tgz");
    }

    /** With packed blocks, which ours have. */
    static List<byte[]> zstandard() {
        return Stream.concat(
                        seeds("tzst").stream(),
                        seeds("tar").stream()
                                .map(tape -> RUNNER.sanitize("seed.tar", tape))
                                .filter(Run::rebuilt)
                                .limit(4)
                                .map(run -> packed(run.output())))
                .toList();
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ZstdOutput.write(HeapContent.of(plain), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<byte[]> seeds(String extension) {
        Stream<Sample> hostile = ArchiveVectors.all().stream()
                .filter(v -> !v.hostile().name().contains("bomb"))
                .map(v -> v.hostile());
        return Stream.concat(ArchiveVectors.benign().stream(), hostile)
                .filter(sample -> sample.extension().equals(extension))
                .map(sample -> sample.bytes().get())
                .filter(bytes -> bytes.length < LARGEST_SEED)
                .toList();
    }

    @MethodSource("zips")
    @FuzzTest
    void zip(byte[] bytes) {
        judge("fuzz.zip", bytes);
    }

    @MethodSource("tapes")
    @FuzzTest
    void tape(byte[] bytes) {
        judge("fuzz.tar", bytes);
    }

    @MethodSource("sevens")
    @FuzzTest
    void sevenZip(byte[] bytes) {
        judge("fuzz.7z", bytes);
    }

    @MethodSource("compressed")
    @FuzzTest
    void frame(byte[] bytes) {
        judge("fuzz.tgz", bytes);
    }

    @MethodSource("zstandard")
    @FuzzTest
    void zstd(byte[] bytes) {
        judge("fuzz.tzst", bytes);
    }

    private static void judge(String name, byte[] bytes) {
        Run run = RUNNER.sanitize(name, bytes);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (!run.rebuilt()) {
            return;
        }
        assertThat(OutputScan.of(run.output()))
                .filteredOn(s -> s.kind() == Survivor.Kind.VECTOR)
                .isEmpty();
        Run again = RUNNER.sanitize(run.report().outputName().unescaped(), run.output());
        assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
    }
}
