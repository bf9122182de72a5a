package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.docuworks.XdwReader;
import jp.kiyome.testcorpus.docuworks.XdwVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import org.junit.jupiter.api.Test;

class DocuworksContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return XdwVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return XdwVectors.benign();
    }

    @Override
    public String shownText(byte[] file) {
        return XdwReader.text(file);
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream()
                .filter(s -> Set.of("xdw-path-page", "xdw-picture").contains(s.name()))
                .toList();
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of(
                "limit.input-bytes", n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)),
                "limit.decoded-bytes", n -> Limits.defaults().with(Map.of(LimitName.DECODED_BYTES, (long) n)),
                "limit.entries", n -> Limits.defaults().with(Map.of(LimitName.ENTRIES, (long) n)));
    }

    @Test
    void protectedDocumentsAreLocked() {
        assertThat(run(XdwVectors.locked()).report().verdict().name()).isEqualTo("LOCKED");
    }

    @Test
    void filesOfTheFirstFormatAreBlockedByName() {
        Run run = run(vectors().stream()
                .map(Vector::hostile)
                .filter(sample -> sample.name().equals("xdw-old"))
                .findFirst()
                .orElseThrow());
        assertThat(run.report().type().orElseThrow().id()).isEqualTo("docuworks-old");
        assertThat(run.ending()).contains("type.not-supported");
    }

    /** What only tells something, or lies in structures that the scan does not read: the second reader and the findings judge these. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "xdw-attribute",
                "xdw-drawing-kind",
                "xdw-drawing-record",
                "xdw-hidden",
                "xdw-kind",
                "xdw-points-beyond",
                "xdw-unused-entry");
    }

    /** Numbers and packed or coded texts, which no layer shows as they are written here. */
    @Override
    public Set<String> hiddenInTheInput() {
        return Set.of("xdw-drawing-record");
    }
}
