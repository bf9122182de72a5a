package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.image.ImageVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a picture of each kind: an outcome, in time, and an output that a second pass does not change. */
class ImageFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    private static Stream<byte[]> seeds(String extension) {
        return Stream.concat(
                        ImageVectors.benign().stream(),
                        ImageVectors.all().stream().map(v -> v.hostile()))
                .filter(s -> s.extension().equals(extension))
                .map(Sample::bytes)
                .map(bytes -> bytes.get());
    }

    static Stream<byte[]> jpegs() {
        return seeds("jpg");
    }

    static Stream<byte[]> pngs() {
        return seeds("png");
    }

    static Stream<byte[]> gifs() {
        return seeds("gif");
    }

    static Stream<byte[]> bitmaps() {
        return seeds("bmp");
    }

    static Stream<byte[]> tiffs() {
        return seeds("tif");
    }

    static Stream<byte[]> webps() {
        return seeds("webp");
    }

    static Stream<byte[]> icons() {
        return seeds("ico");
    }

    static Stream<byte[]> jpeg2000s() {
        return Stream.concat(seeds("jp2"), seeds("j2k"));
    }

    @MethodSource("jpegs")
    @FuzzTest
    void jpeg(byte[] bytes) {
        judge("fuzz.jpg", bytes);
    }

    @MethodSource("pngs")
    @FuzzTest
    void png(byte[] bytes) {
        judge("fuzz.png", bytes);
    }

    @MethodSource("gifs")
    @FuzzTest
    void gif(byte[] bytes) {
        judge("fuzz.gif", bytes);
    }

    @MethodSource("bitmaps")
    @FuzzTest
    void bmp(byte[] bytes) {
        judge("fuzz.bmp", bytes);
    }

    @MethodSource("tiffs")
    @FuzzTest
    void tiff(byte[] bytes) {
        judge("fuzz.tif", bytes);
    }

    @MethodSource("webps")
    @FuzzTest
    void webp(byte[] bytes) {
        judge("fuzz.webp", bytes);
    }

    @MethodSource("icons")
    @FuzzTest
    void icon(byte[] bytes) {
        judge("fuzz.ico", bytes);
    }

    @MethodSource("jpeg2000s")
    @FuzzTest
    void jpeg2000(byte[] bytes) {
        judge("fuzz.jp2", bytes);
    }

    private static void judge(String name, byte[] bytes) {
        Run run = RUNNER.sanitize(name, bytes);
        if (!run.rebuilt()) {
            return;
        }
        assertThat(OutputScan.of(run.output())).isEmpty();
        Run again = RUNNER.sanitize(name, run.output());
        assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
    }
}
