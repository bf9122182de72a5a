package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.ppt.PptVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.OutputScan;
import jp.kiyome.testcorpus.scan.PptScan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds of every handler, for presentations of PowerPoint 97 to 2003. */
class PptContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return PptVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return PptVectors.benign();
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream().limit(2).toList();
    }

    @Override
    public String shownText(byte[] file) {
        return PptScan.shown(file);
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        Map<String, IntFunction<Limits>> limits = RobustnessContract.super.limits();
        limits.remove("limit.xml-depth");
        return limits;
    }

    /** What only tells something is for the canaries, not for the scanner. */
    private static final Set<String> NOT_SCANNED =
            Set.of("ppt-user-name", "ppt-unknown-record", "ppt-unknown-property", "ppt-deleted-shape");

    /** Else the scanner's silence about outputs would prove nothing. */
    @TestFactory
    Stream<DynamicTest> theScannerSeesTheVectorInTheInput() {
        return vectors().stream()
                .map(Vector::hostile)
                .filter(s -> s.ending() == jp.kiyome.testcorpus.sample.Ending.REBUILT)
                .filter(s -> !NOT_SCANNED.contains(s.name()))
                .map(s -> dynamicTest(
                        s.fileName(),
                        () -> assertThat(OutputScan.of(s.bytes().get())).isNotEmpty()));
    }
}
