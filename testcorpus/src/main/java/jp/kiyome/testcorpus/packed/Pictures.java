package jp.kiyome.testcorpus.packed;

import java.util.List;
import jp.kiyome.testcorpus.image.ImageVectors;
import jp.kiyome.testcorpus.sample.Sample;

/** Files to pack that come out as they went in. */
final class Pictures {

    private Pictures() {}

    static byte[] small() {
        return of("benign-png");
    }

    static byte[] other() {
        return of("benign-gif");
    }

    private static byte[] of(String name) {
        List<Sample> all = ImageVectors.benign();
        return all.stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bytes()
                .get();
    }
}
