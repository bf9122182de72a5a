package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for pictures of every format. */
class RebuildLawTest {

    private static final Map<String, byte[]> SAMPLES = Samples.all();

    @TestFactory
    Stream<DynamicTest> everyPixelStaysTheSame() {
        return each((name, picture) -> {
            Map<Integer, int[]> before = Samples.pixels(picture);
            Map<Integer, int[]> after =
                    Samples.pixels(Rebuilding.rebuild(picture).bytes());
            assertThat(after.keySet()).isEqualTo(before.keySet());
            before.forEach((frame, pixels) ->
                    assertThat(Arrays.equals(after.get(frame), pixels)).isTrue());
        });
    }

    @TestFactory
    Stream<DynamicTest> rebuildingTwiceChangesNothing() {
        return each((name, picture) -> {
            byte[] once = Rebuilding.rebuild(picture).bytes();
            Rebuilding.Result twice = Rebuilding.rebuild(once);
            assertThat(twice.bytes()).isEqualTo(once);
            assertThat(twice.findings()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> benignPicturesHaveNothingToReport() {
        return each((name, picture) ->
                assertThat(Rebuilding.rebuild(picture).findings()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> whatIsAppendedNeverComesOut() {
        return each((name, picture) -> {
            byte[] zip = Canary.in("PK\u0003\u0004").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            byte[] longer = Arrays.copyOf(picture, picture.length + zip.length);
            System.arraycopy(zip, 0, longer, picture.length, zip.length);
            Rebuilding.Result rebuilt = Rebuilding.rebuild(longer);
            Canary.assertGone(rebuilt.bytes());
            assertThat(rebuilt.bytes()).isEqualTo(Rebuilding.rebuild(picture).bytes());
            assertThat(rebuilt.codes()).containsExactly("image.trailing-data");
        });
    }

    @TestFactory
    Stream<DynamicTest> truncatedPicturesEndAsRefusedOrRebuilt() {
        return each((name, picture) -> {
            for (int length = 30; length < picture.length; length += 7) {
                refusedOrRebuilt(Arrays.copyOf(picture, length));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> flippedBitsEndAsRefusedOrRebuilt() {
        return each((name, picture) -> {
            Random random = new Random(4);
            for (int round = 0; round < 400; round++) {
                byte[] damaged = picture.clone();
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    damaged[14 + random.nextInt(damaged.length - 14)] ^= (byte) (1 << random.nextInt(8));
                }
                refusedOrRebuilt(damaged);
            }
        });
    }

    /** {@link Rebuilding#rebuild} verifies too, so what passes here is clean and stable. */
    private static void refusedOrRebuilt(byte[] picture) {
        try {
            Rebuilding.rebuild(picture);
        } catch (Refusal | java.util.NoSuchElementException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private interface Law {
        void check(String name, byte[] picture);
    }

    private static Stream<DynamicTest> each(Law law) {
        return SAMPLES.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> law.check(e.getKey(), e.getValue())));
    }
}
