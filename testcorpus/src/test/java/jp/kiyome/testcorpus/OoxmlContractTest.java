package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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

    /** What only tells something, or lies in structures that the scan does not read: the second reader and the findings judge these. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "docx-xml-cdata",
                "docx-xml-unknown-attribute",
                "docx-xml-unknown-element",
                "xlsx-formula-23-marker.function",
                "xlsx-pivot-cache-unused");
    }
}
