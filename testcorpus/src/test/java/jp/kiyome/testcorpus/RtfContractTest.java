package jp.kiyome.testcorpus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.rtf.RtfVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.RtfScan;
import jp.kiyome.testcorpus.scan.ShownPictures;

class RtfContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return RtfVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return RtfVectors.benign();
    }

    @Override
    public List<Sample> worstShapes() {
        return RtfVectors.worst();
    }

    @Override
    public String shownText(byte[] file) {
        return RtfScan.shown(file).strip();
    }

    @Override
    public List<String> shownPictures(byte[] file) {
        return ShownPictures.inside(file);
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream()
                .filter(s -> List.of("rtf-plain", "rtf-field", "rtf-picture", "rtf-shape")
                        .contains(s.name()))
                .toList();
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of("limit.input-bytes", n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)));
    }

    /** The scan knows nothing of properties of shapes but arrays, of how many fonts there are, and of characters that stand for others. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "rtf-fragments",
                "rtf-shape-picture-path",
                "rtf-list-override-counted-twice",
                "rtf-fonts",
                "rtf-fallback-count");
    }

    /** The words are split up in the input, as readers put them together again. */
    @Override
    public Set<String> hiddenInTheInput() {
        return Set.of("rtf-object-white-space", "rtf-object-split-word");
    }
}
