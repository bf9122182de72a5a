package jp.kiyome.testcorpus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.cad.ExchangeText;
import jp.kiyome.testcorpus.cad.IgesVectors;
import jp.kiyome.testcorpus.cad.JwwVectors;
import jp.kiyome.testcorpus.cad.StepVectors;
import jp.kiyome.testcorpus.cad.SxfVectors;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Drawings of Jw_cad, SXF, STEP and IGES; what they show is read by readers that share no code with the handlers. */
class ExchangeContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return Stream.of(JwwVectors.all(), SxfVectors.all(), StepVectors.all(), IgesVectors.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Sample> benign() {
        return Stream.of(JwwVectors.benign(), SxfVectors.benign(), StepVectors.benign(), IgesVectors.benign())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String shownText(byte[] file) {
        return String.join("\n", ExchangeText.of(file));
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream()
                .filter(s -> List.of("benign-jww-230", "benign-jww-picture", "benign-sfc", "benign-step", "benign-iges")
                        .contains(s.name()))
                .toList();
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of("limit.input-bytes", n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)));
    }

    /** What only tells something, or lies in structures that the scan does not read: the second reader and the findings judge these. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "iges-author",
                "iges-behind",
                "iges-comment",
                "iges-external-reference",
                "iges-macro",
                "iges-path",
                "iges-product",
                "iges-start",
                "iges-unknown",
                "jww-block-missing",
                "jww-block-time",
                "jww-block-unused",
                "jww-control-characters",
                "jww-drawing-time",
                "jww-dummy",
                "jww-external-missing",
                "jww-font-path",
                "jww-no-number",
                "jww-picture-behind",
                "jww-picture-name",
                "jww-picture-unused",
                "jww-setting-unknown",
                "jww-states",
                "jww-value",
                "saf-external-dtd",
                "saf-picture-path",
                "saf-unknown",
                "sfc-atrf-path",
                "sfc-author",
                "sfc-picture-path",
                "sfc-unknown-feature",
                "step-unknown-entity");
    }

    /** Numbers and packed or coded texts, which no layer shows as they are written here. */
    @Override
    public Set<String> hiddenInTheInput() {
        return Set.of(
                "jww-block-missing",
                "jww-drawing-time",
                "jww-external-behind-text",
                "jww-external-beside",
                "jww-external-drive",
                "jww-external-lower-case",
                "jww-external-missing",
                "jww-external-temp-and-up",
                "jww-external-twice",
                "jww-no-number",
                "jww-null-object",
                "jww-value",
                "step-own-entity");
    }
}
