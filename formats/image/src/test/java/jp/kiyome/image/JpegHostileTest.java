package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people hide in JPEG files, and how such files attack readers. */
class JpegHostileTest {

    private static final byte[] CLEAN = Samples.jpeg(Samples.drawn(BufferedImage.TYPE_INT_RGB, 64, 48), false);
    private static final byte[] PROGRESSIVE = Samples.jpeg(Samples.drawn(BufferedImage.TYPE_INT_RGB, 64, 48), true);

    @TestFactory
    Stream<DynamicTest> aCanaryInASegmentNeverComesOut() {
        Map<String, String> segments = Map.ofEntries(
                Map.entry("FE", "image.comment"),
                Map.entry("E1 Exif\0\0MM", "image.exif"),
                Map.entry("E1 http://ns.adobe.com/xap/1.0/\0", "image.xmp"),
                Map.entry("E1 http://ns.adobe.com/xmp/extension/\0", "image.xmp"),
                Map.entry("E1 anything\0", "image.application-segment"),
                Map.entry("E2 MPF\0", "image.multi-picture"),
                Map.entry("E2 ICC_PROFILE\0\1\1", "image.colour-profile"),
                Map.entry("EB JP\0\1", "image.provenance"),
                Map.entry("ED Photoshop 3.0\0", "image.iptc"),
                Map.entry("E0 JFXX\0\20", "image.thumbnail"),
                Map.entry("EC Ducky", "image.application-segment"),
                Map.entry("F0 ", "image.unknown-segment"));
        return segments.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey().substring(0, 2), () -> {
                    int marker = Integer.parseInt(e.getKey().substring(0, 2), 16);
                    String content = e.getKey().length() > 3 ? e.getKey().substring(3) : "";
                    Rebuilding.Result result =
                            Rebuilding.rebuild(inserted(CLEAN, 20, segment(marker, Canary.in(content))));
                    Canary.assertGone(result.bytes());
                    assertThat(result.codes()).containsExactly(e.getValue());
                    assertThat(result.bytes())
                            .isEqualTo(Rebuilding.rebuild(CLEAN).bytes());
                }));
    }

    @Test
    void bytesBetweenSegmentsNeverComeOut() {
        Rebuilding.Result result = Rebuilding.rebuild(inserted(CLEAN, 20, Canary.bytes()));
        Canary.assertGone(result.bytes());
        assertThat(result.codes()).containsExactly("image.gap");
    }

    @Test
    void bytesBehindTheLastBlockNeverComeOut() {
        Rebuilding.Result result = Rebuilding.rebuild(inserted(CLEAN, CLEAN.length - 2, Canary.bytes()));
        Canary.assertGone(result.bytes());
        assertThat(result.codes()).containsExactly("image.gap");
    }

    @Test
    void theOrientationStaysAndNothingElseOfExif() {
        byte[] exif = exif(6);
        byte[] withText = Arrays.copyOf(exif, exif.length + Canary.TOKEN.length());
        System.arraycopy(Canary.bytes(), 0, withText, exif.length, Canary.TOKEN.length());
        byte[] picture = inserted(CLEAN, 20, segment(0xE1, new String(withText, StandardCharsets.ISO_8859_1)));
        Rebuilding.Result result = Rebuilding.rebuild(picture);
        Canary.assertGone(result.bytes());
        byte[] expected = inserted(
                Rebuilding.rebuild(CLEAN).bytes(), 20, segment(0xE1, new String(exif, StandardCharsets.ISO_8859_1)));
        assertThat(result.bytes()).isEqualTo(expected);
        assertThat(Rebuilding.rebuild(expected).findings()).isEmpty();
    }

    @Test
    void aHugeFrameIsRefusedBeforeAnythingIsAllocated() {
        for (byte[] picture : new byte[][] {CLEAN, PROGRESSIVE}) {
            byte[] bomb = picture.clone();
            int frame = frame(bomb);
            Arrays.fill(bomb, frame + 5, frame + 9, (byte) 0xEA);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(2), () -> assertThatThrownBy(() -> Rebuilding.rebuild(bomb))
                            .isInstanceOf(Refusal.class)
                            .hasMessageContaining("limit.image-pixels"));
        }
    }

    @Test
    void aFrameThatIsAsLargeAsTheLimitAllowsIsRefusedForItsMissingData() {
        byte[] picture = PROGRESSIVE.clone();
        int frame = frame(picture);
        picture[frame + 5] = 0x30;
        picture[frame + 7] = 0x30;
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> Rebuilding.rebuild(picture)).isInstanceOf(Refusal.class));
    }

    @Test
    void aHundredScansAreEnough() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        int end = PROGRESSIVE.length - 2;
        bomb.write(PROGRESSIVE, 0, end);
        for (int i = 0; i < 200; i++) {
            bomb.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 63, 0x10, 0x55});
        }
        assertThatThrownBy(() -> Rebuilding.rebuild(bomb.toByteArray()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("image.damaged");
    }

    @TestFactory
    Stream<DynamicTest> processesThatAreNotBuiltAreRefusedByName() {
        return Stream.of(0xC3, 0xC5, 0xCB, 0xCD, 0xDE, 0xDC)
                .map(marker -> DynamicTest.dynamicTest(Integer.toHexString(marker), () -> {
                    byte[] picture = CLEAN.clone();
                    picture[frame(picture) + 1] = (byte) marker.intValue();
                    assertThatThrownBy(() -> Rebuilding.rebuild(picture))
                            .isInstanceOf(Refusal.class)
                            .hasMessageContaining("image.unsupported");
                }));
    }

    @Test
    void twelveBitSamplesAreRefused() {
        byte[] picture = CLEAN.clone();
        picture[frame(picture) + 4] = 12;
        assertThatThrownBy(() -> Rebuilding.rebuild(picture)).hasMessageContaining("image.unsupported");
    }

    private static byte[] exif(int orientation) {
        return ("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0\0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Offset of the baseline or progressive frame's marker. */
    private static int frame(byte[] picture) {
        for (int i = 2; ; i += 2 + (((picture[i + 2] & 0xFF) << 8) | (picture[i + 3] & 0xFF))) {
            int marker = picture[i + 1] & 0xFF;
            if (marker == 0xC0 || marker == 0xC2) {
                return i;
            }
        }
    }

    private static byte[] segment(int marker, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) ((bytes.length + 2) >> 8), (byte) (bytes.length + 2)});
        segment.writeBytes(bytes);
        return segment.toByteArray();
    }

    static byte[] inserted(byte[] into, int at, byte[] what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(into, 0, at);
        bytes.writeBytes(what);
        bytes.write(into, at, into.length - at);
        return bytes.toByteArray();
    }
}
