package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kiyome.testcorpus.ooxml.OoxmlVectors;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import org.junit.jupiter.api.Test;

class OoxmlContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return Samples.vectors();
    }

    @Override
    public List<Sample> benign() {
        return OoxmlVectors.benign();
    }

    @Override
    public List<Sample> toBreak() {
        return benign();
    }

    @Test
    void everyVectorHasItsLineInTheTableOfFindings() {
        assertThat(Samples.findings().keySet())
                .containsExactlyInAnyOrderElementsOf(vectors().stream()
                        .map(Vector::hostile)
                        .filter(s -> s.ending() == Ending.REBUILT)
                        .map(Sample::name)
                        .toList());
    }
}
