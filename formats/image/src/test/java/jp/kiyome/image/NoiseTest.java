package jp.kiyome.image;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the policy {@code image.noise: on} does to pictures. */
class NoiseTest {

    private static final int WIDTH = 64;

    @TestFactory
    Stream<DynamicTest> aSecondPassChangesNothing() {
        return Samples.all().entrySet().stream()
                .map(sample -> dynamicTest(sample.getKey(), () -> {
                    byte[] once = Rebuilding.withNoise(sample.getValue()).bytes();
                    Rebuilding.Result twice = Rebuilding.withNoise(once);
                    assertThat(twice.bytes()).isEqualTo(once);
                    assertThat(twice.findings()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatStandsInTheLowestBitsIsGone() {
        return Stream.of("png", "bmp")
                .map(format -> dynamicTest(format, () -> {
                    BufferedImage image = new BufferedImage(WIDTH, WIDTH, BufferedImage.TYPE_INT_RGB);
                    for (int i = 0; i < WIDTH * WIDTH; i++) {
                        image.setRGB(i % WIDTH, i / WIDTH, 0x405060 | (hidden(i) ? 0x010101 : 0));
                    }
                    Rebuilding.Result rebuilt = Rebuilding.withNoise(Samples.written(image, format));
                    assertThat(rebuilt.codes()).containsExactly("image.noise");
                    int[] pixels = first(rebuilt.bytes());
                    int right = 0;
                    for (int i = 0; i < pixels.length; i++) {
                        assertThat(pixels[i] & 0xFEFEFE).isEqualTo(0x405060);
                        right += (pixels[i] & 1) == (hidden(i) ? 1 : 0) ? 1 : 0;
                    }
                    assertThat(right / (double) pixels.length).isBetween(0.45, 0.55);
                }));
    }

    /** A message: the bits of the place, one after the other. */
    private static boolean hidden(int place) {
        return (place * 31 >> place % 7 & 1) == 1;
    }

    @Test
    void colourNumbersStayAsTheyAre() {
        byte[] picture = Samples.written(Samples.fourColours(20, 20), "png");
        assertThat(Rebuilding.withNoise(picture).bytes())
                .isEqualTo(Rebuilding.rebuild(picture).bytes());
    }

    @Test
    void coefficientsOfAJpegMoveByOneAtMost() {
        BufferedImage image = Samples.drawn(BufferedImage.TYPE_INT_RGB, WIDTH, WIDTH);
        for (boolean progressive : new boolean[] {false, true}) {
            byte[] picture = Samples.jpeg(image, progressive);
            byte[] noisy = Rebuilding.withNoise(picture).bytes();
            assertThat(noisy).isNotEqualTo(Rebuilding.rebuild(picture).bytes());
            assertThat(distance(first(picture), first(noisy))).isLessThan(40);
        }
    }

    /** Of the first frame. */
    private static int[] first(byte[] picture) {
        return requireNonNull(Samples.pixels(picture).get(0));
    }

    /** The largest difference of a channel. */
    private static int distance(int[] before, int[] after) {
        assertThat(after).hasSameSizeAs(before);
        int furthest = 0;
        for (int i = 0; i < before.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                furthest = Math.max(furthest, Math.abs((before[i] >> shift & 255) - (after[i] >> shift & 255)));
            }
        }
        return furthest;
    }
}
