package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.drawing.CompressedVectors;
import jp.kiyome.testcorpus.drawing.MetafileVectors;
import jp.kiyome.testcorpus.drawing.SvgVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DrawingContractTest implements HandlerContract {

    private static final Set<String> NOT_SEEN = Set.of(
            "metafile.object",
            "metafile.state",
            "metafile.value",
            "metafile.damaged-record",
            "metafile.slack",
            "metafile.description",
            "metafile.emf-plus");

    @Override
    public List<Vector> vectors() {
        return Stream.of(SvgVectors.all(), MetafileVectors.all(), CompressedVectors.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The scan knows nothing of object tables, of single values, and of which WMF functions there are. */
    @TestFactory
    Stream<DynamicTest> everyVectorIsNoticedByTheScan() {
        return vectors().stream()
                .map(Vector::hostile)
                .filter(sample -> !sample.name().equals("wmf-unknown-record"))
                .filter(sample -> !sample.findings().stream().allMatch(NOT_SEEN::contains))
                .map(sample -> dynamicTest(
                        sample.fileName(),
                        () -> assertThat(OutputScan.of(sample.bytes().get())).isNotEmpty()));
    }

    @Override
    public List<Sample> benign() {
        return Stream.of(SvgVectors.benign(), MetafileVectors.benign(), CompressedVectors.benign())
                .flatMap(List::stream)
                .toList();
    }
}
