package jp.kiyome.testcorpus;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.drawing.CompressedVectors;
import jp.kiyome.testcorpus.drawing.MetafileVectors;
import jp.kiyome.testcorpus.drawing.SvgVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

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
    @Override
    public boolean mayBeMissed(Sample hostile) {
        return hostile.name().equals("wmf-unknown-record")
                || hostile.findings().stream().allMatch(NOT_SEEN::contains);
    }

    @Override
    public List<Sample> benign() {
        return Stream.of(SvgVectors.benign(), MetafileVectors.benign(), CompressedVectors.benign())
                .flatMap(List::stream)
                .toList();
    }
}
