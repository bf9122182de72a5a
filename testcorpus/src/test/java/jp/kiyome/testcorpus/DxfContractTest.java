package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.cad.DxfSamples;
import jp.kiyome.testcorpus.cad.DxfVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.cad.DxfDump;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DxfContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return DxfVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return DxfSamples.all();
    }

    @Override
    public String shownText(byte[] file) {
        return String.join("\n", DxfDump.of(file));
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream()
                .filter(s ->
                        List.of("dxf-blocks", "dxf-2018-binary", "dxf-image").contains(s.name()))
                .toList();
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of("limit.input-bytes", n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)));
    }

    /** What a hostile drawing shows is what its twin shows. */
    @TestFactory
    Stream<DynamicTest> aCleanedDrawingShowsWhatItsTwinShows() {
        return vectors().stream()
                .filter(vector -> vector.hostile().ending() == jp.kiyome.testcorpus.sample.Ending.REBUILT)
                .map(vector -> DynamicTest.dynamicTest(vector.toString(), () -> assertThat(
                                shownText(run(vector.hostile()).output()))
                        .isEqualTo(shownText(run(vector.twin()).output()))));
    }

    /** What only tells something, or lies in structures that the scan does not read: the second reader and the findings judge these. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "dxf-class",
                "dxf-count",
                "dxf-group",
                "dxf-image-escaped",
                "dxf-insert-of-nothing",
                "dxf-number",
                "dxf-printer-share",
                "dxf-property",
                "dxf-stray-vertex",
                "dxf-unknown-entity",
                "dxf-unreached",
                "dxf-variable",
                "dxf-xdata");
    }

    /** Numbers and packed or coded texts, which no layer shows as they are written here. */
    @Override
    public Set<String> hiddenInTheInput() {
        return Set.of("dxf-count");
    }
}
