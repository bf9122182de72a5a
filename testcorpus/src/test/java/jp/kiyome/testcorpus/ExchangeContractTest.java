package jp.kiyome.testcorpus;

import java.util.List;
import java.util.Map;
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
}
