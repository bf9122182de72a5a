package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import jp.kiyome.testcorpus.text.TextVectors;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as text of each kind: an outcome, in time, and an output that a second pass does not change. */
class TextFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();

    private static Stream<byte[]> seeds(String extension) {
        return Stream.concat(
                        TextVectors.benign().stream(),
                        TextVectors.all().stream().map(v -> v.hostile()))
                .filter(s -> s.extension().equals(extension))
                .map(Sample::bytes)
                .map(bytes -> bytes.get());
    }

    static Stream<byte[]> texts() {
        return seeds("txt");
    }

    static Stream<byte[]> tables() {
        return seeds("csv");
    }

    static Stream<byte[]> pages() {
        return seeds("html");
    }

    static Stream<byte[]> documents() {
        return seeds("xml");
    }

    static Stream<byte[]> objects() {
        return seeds("json");
    }

    static Stream<byte[]> calendars() {
        return seeds("ics");
    }

    static Stream<byte[]> contacts() {
        return seeds("vcf");
    }

    @MethodSource("texts")
    @FuzzTest
    void text(byte[] bytes) {
        judge("fuzz.txt", bytes);
    }

    @MethodSource("tables")
    @FuzzTest
    void table(byte[] bytes) {
        judge("fuzz.csv", bytes);
    }

    @MethodSource("pages")
    @FuzzTest
    void html(byte[] bytes) {
        judge("fuzz.html", bytes);
    }

    @MethodSource("documents")
    @FuzzTest
    void xml(byte[] bytes) {
        judge("fuzz.xml", bytes);
    }

    @MethodSource("objects")
    @FuzzTest
    void json(byte[] bytes) {
        judge("fuzz.json", bytes);
    }

    @MethodSource("calendars")
    @FuzzTest
    void calendar(byte[] bytes) {
        judge("fuzz.ics", bytes);
    }

    @MethodSource("contacts")
    @FuzzTest
    void contact(byte[] bytes) {
        judge("fuzz.vcf", bytes);
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
