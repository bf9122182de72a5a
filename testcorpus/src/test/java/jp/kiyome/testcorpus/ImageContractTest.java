package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.testcorpus.image.ImageVectors;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import org.junit.jupiter.api.Test;

class ImageContractTest implements HandlerContract, RobustnessContract {

    /** Vectors that lie inside what a picture may hold, so that only their own marker shows them. */
    private static final Set<String> KNOWN_BY_MARKER_ONLY =
            Set.of("png-profile", "png-behind-the-stream", "webp-behind-the-bits", "icon-claims-another-size");

    @Override
    public List<Vector> vectors() {
        return ImageVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return ImageVectors.benign();
    }

    @Override
    public List<Sample> toBreak() {
        return benign();
    }

    @Override
    public Map<String, IntFunction<Limits>> limits() {
        return Map.of(
                "limit.input-bytes",
                n -> Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, (long) n)),
                "limit.image-pixels",
                n -> Limits.defaults().with(Map.of(LimitName.IMAGE_PIXELS, (long) n)),
                "limit.pixels",
                n -> Limits.defaults().with(Map.of(LimitName.PIXELS, (long) n)));
    }

    @Test
    void everyVectorHasItsLineInTheTableOfFindings() {
        assertThat(ImageVectors.findings().keySet())
                .containsExactlyInAnyOrderElementsOf(vectors().stream()
                        .map(Vector::hostile)
                        .filter(s -> s.ending() == Ending.REBUILT)
                        .map(Sample::name)
                        .toList());
    }

    @Override
    public Set<String> knownByFindingOnly() {
        return KNOWN_BY_MARKER_ONLY;
    }
}
