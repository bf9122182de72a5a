package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.ShownPictures;
import jp.kiyome.testcorpus.scan.WordScan;
import jp.kiyome.testcorpus.word.WordVectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents of Word 97 to 2003. */
class WordContractTest implements HandlerContract, RobustnessContract {

    private static final List<Vector> VECTORS = WordVectors.all();
    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    @Override
    public List<Vector> vectors() {
        return VECTORS;
    }

    @Override
    public List<Sample> benign() {
        return WordVectors.benign();
    }

    @Override
    public List<String> shownPictures(byte[] file) {
        return ShownPictures.inside(file);
    }

    @Override
    public List<Sample> toBreak() {
        return Stream.concat(
                        WordVectors.benign().stream().filter(s -> s.name().endsWith("notes")),
                        WordVectors.benign().stream().filter(s -> s.name().endsWith("format")))
                .toList();
    }

    @Override
    public Run run(Sample sample) {
        return RUNS.computeIfAbsent(sample.name(), any -> HandlerContract.super.run(sample));
    }

    @Override
    public Run again(Sample sample) {
        return RUNS.computeIfAbsent("again " + sample.name(), any -> HandlerContract.super.again(sample));
    }

    @Override
    public String shownText(byte[] file) {
        return WordScan.shown(file);
    }

    @Override
    public List<Sample> worstShapes() {
        return WordVectors.worst();
    }

    /** Each character is gone over once, however deep the fields nest: four hundred thousand of them take no time. */
    @TestFactory
    Stream<DynamicTest> nestedFieldsTakeNoTime() {
        return WordVectors.worst().stream()
                .filter(sample -> sample.name().endsWith("instructions"))
                .map(sample -> dynamicTest(sample.fileName(), () -> {
                    Run run = RUNNER.sanitize(sample.fileName(), sample.bytes().get());
                    assertThat(run.rebuilt()).as(run.ending()).isTrue();
                    assertThat(run.took()).isLessThan(java.time.Duration.ofSeconds(15));
                }));
    }

    /** No XML. */
    @Override
    public Map<String, IntFunction<Limits>> limits() {
        Map<String, IntFunction<Limits>> limits = RobustnessContract.super.limits();
        limits.remove("limit.xml-depth");
        return limits;
    }

    /** Whatever locked it before: RC4 CryptoAPI with 128 bits, and the same password. */
    @TestFactory
    Stream<DynamicTest> lockedDocumentsAreLockedAgain() {
        return WordVectors.locked().stream()
                .map(sample -> dynamicTest(sample.fileName(), () -> {
                    Run run = RUNNER.sanitize(sample.fileName(), sample.bytes().get(), "wrong", "Secret");
                    assertThat(run.rebuilt()).as(run.ending()).isTrue();
                    assertThat(run.codes()).containsExactly("rc4.re-encrypted");
                    assertThat(RUNNER.sanitize(sample.fileName(), run.output()).ending())
                            .startsWith("LOCKED");
                    Run again = RUNNER.sanitize(sample.fileName(), run.output(), "Secret");
                    assertThat(again.output()).isEqualTo(run.output());
                    assertThat(again.codes()).isEmpty();
                    byte[] other = RUNNER.sanitize(
                                    sample.fileName(), sample.bytes().get(), "Secret")
                            .output();
                    assertThat(other).as("the same each time").isEqualTo(run.output());
                }));
    }

    /** What no piece leads to is for the canaries. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of("doc-fast-save");
    }
}
