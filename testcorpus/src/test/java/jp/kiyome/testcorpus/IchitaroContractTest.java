package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.ichitaro.JtdReader;
import jp.kiyome.testcorpus.ichitaro.JtdVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import org.junit.jupiter.api.Test;

class IchitaroContractTest implements HandlerContract, RobustnessContract {

    @Override
    public List<Vector> vectors() {
        return JtdVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return JtdVectors.benign();
    }

    @Override
    public String shownText(byte[] file) {
        return JtdReader.text(file);
    }

    @Override
    public List<Sample> toBreak() {
        return benign().stream()
                .filter(s -> Set.of("jtd-table", "jtd-sheets", "jtdc-plain").contains(s.name()))
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
    void olderVersionsAreBlockedByTheirNames() {
        Map<String, String> names =
                Map.of("jsw", "ichitaro-4", "jaw", "ichitaro-5", "jbw", "ichitaro-6", "jfw", "ichitaro-7");
        vectors().stream()
                .map(Vector::hostile)
                .filter(sample -> sample.name().startsWith("ichitaro-old"))
                .forEach(sample -> {
                    Run run = run(sample);
                    assertThat(run.report().type().orElseThrow().id()).isEqualTo(names.get(sample.extension()));
                    assertThat(run.ending()).contains("type.not-supported");
                });
    }

    /** What only tells something, or lies in structures that the scan does not read: the second reader and the findings judge these. */
    @Override
    public Set<String> knownByFindingOnly() {
        return Set.of(
                "jtd-character-format",
                "jtd-control",
                "jtd-document-id",
                "jtd-fonts-many",
                "jtd-header-beyond",
                "jtd-hidden-text",
                "jtd-inline-kind",
                "jtd-list-wrong",
                "jtd-paragraph-item",
                "jtd-record-class",
                "jtd-style-record",
                "jtd-styles-beyond",
                "jtd-summary",
                "jtdc-inside",
                "jtdc-member-name");
    }
}
