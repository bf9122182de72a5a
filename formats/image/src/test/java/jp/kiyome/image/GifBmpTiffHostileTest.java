package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.image.stream.ByteWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people hide in GIF, BMP and TIFF files, and how such files attack readers. */
class GifBmpTiffHostileTest {

    private static final int BEHIND_GIF_COLOURS = 13 + 3 * 2;
    private static final byte[] GIF = tinyGif(2, 2);

    @TestFactory
    Stream<DynamicTest> aCanaryInAnExtensionNeverComesOut() {
        Map<String, String> extensions = Map.of(
                "\u00FE", "image.comment",
                "\u0001", "image.unknown-block",
                "\u0099", "image.unknown-block",
                "\u00FF\u000BXMP DataXMP", "image.application-segment",
                "\u00FF\u000BNETSCAPE2.0\u0003\u0002\0\0", "image.application-segment");
        return extensions.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getValue(), () -> {
                    ByteWriter extension = new ByteWriter().u8(0x21);
                    extension.bytes(e.getKey().getBytes(StandardCharsets.ISO_8859_1));
                    extension.u8(Canary.TOKEN.length()).bytes(Canary.bytes()).u8(0);
                    Rebuilding.Result result = Rebuilding.rebuild(
                            JpegHostileTest.inserted(GIF, BEHIND_GIF_COLOURS, extension.toByteArray()));
                    Canary.assertGone(result.bytes());
                    assertThat(result.codes()).contains(e.getValue());
                    assertThat(result.bytes()).isEqualTo(Rebuilding.rebuild(GIF).bytes());
                }));
    }

    @Test
    void aHugeGifFrameIsRefused() {
        assertThatThrownBy(() -> Rebuilding.rebuild(tinyGif(0xFFFF, 0xFFFF)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("limit.image-pixels");
    }

    @Test
    void aGifIndexThatTheColoursDoNotHoldIsRefused() {
        byte[] wide = GIF.clone();
        int codeSize = BEHIND_GIF_COLOURS + 10;
        byte[] out = Arrays.copyOf(wide, codeSize);
        // codes of four bits: clear, 5, end
        byte[] codes =
                new ByteWriter().u8(3).u8(2).u8(0x58).u8(0x09).u8(0).u8(0x3B).toByteArray();
        assertThatThrownBy(() -> Rebuilding.rebuild(JpegHostileTest.inserted(out, out.length, codes)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theGapBeforeTheBitsOfABmpNeverComesOut() {
        byte[] bmp = Samples.written(Samples.drawn(BufferedImage.TYPE_INT_RGB, 16, 8), "bmp");
        byte[] gap = JpegHostileTest.inserted(bmp, 54, Canary.bytes());
        gap[10] += (byte) Canary.TOKEN.length();
        Rebuilding.Result result = Rebuilding.rebuild(gap);
        Canary.assertGone(result.bytes());
        assertThat(result.codes()).containsExactly("image.gap");
        assertThat(result.bytes()).isEqualTo(Rebuilding.rebuild(bmp).bytes());
    }

    @Test
    void theUnusedByteOfABmpPixelNeverComesOut() {
        ByteWriter bmp = new ByteWriter().ascii("BM").bytes(new byte[8]).u32le(54);
        bmp.u32le(40).u32le(4).u32le(1).u16le(1).u16le(32).bytes(new byte[24]);
        for (int i = 0; i < 4; i++) {
            bmp.u8(i).u8(i).u8(i).u8(Canary.TOKEN.charAt(i));
        }
        byte[] output = Rebuilding.rebuild(bmp.toByteArray()).bytes();
        for (int i = 0; i < 4; i++) {
            assertThat(output[54 + 4 * i + 3]).isZero();
        }
    }

    @TestFactory
    Stream<DynamicTest> aCanaryInATagNeverComesOut() {
        Map<Integer, String> tags = Map.of(
                270, "image.text",
                305, "image.text",
                315, "image.text",
                700, "image.xmp",
                33723, "image.iptc",
                34377, "image.iptc",
                65000, "image.unknown-tag");
        return tags.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey().toString(), () -> {
                    Rebuilding.Result result = Rebuilding.rebuild(tinyTiff(e.getKey(), 8));
                    Canary.assertGone(result.bytes());
                    assertThat(result.codes()).contains(e.getValue());
                }));
    }

    @Test
    void directoriesThatLeadBackEnd() {
        byte[] tiff = tinyTiff(270, 8);
        byte[] looped = tiff.clone();
        looped[8 + 2 + 12 * 9] = 8;
        assertThat(Rebuilding.rebuild(looped).codes()).contains("image.gap");
    }

    @Test
    void aHugeTiffIsRefused() {
        assertThatThrownBy(() -> Rebuilding.rebuild(tinyTiff(270, 60_000)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("limit.image-pixels");
    }

    /** Frames of that size with codes for four pixels. */
    private static byte[] tinyGif(int width, int height) {
        return new ByteWriter()
                .ascii("GIF89a")
                .u16le(width)
                .u16le(height)
                .u8(0x80)
                .u8(0)
                .u8(0)
                .bytes(new byte[] {0, 0, 0, -1, -1, -1})
                .u8(0x2C)
                .u16le(0)
                .u16le(0)
                .u16le(width)
                .u16le(height)
                .u8(0)
                // codes of three bits: clear 4, 0, 1, 1, then of four bits 0, end 5
                .u8(2)
                .u8(3)
                .u8(0x44)
                .u8(0x02)
                .u8(0x05)
                .u8(0)
                .u8(0x3B)
                .toByteArray();
    }

    /** An uncompressed grey picture with a canary in the tag and another behind the samples. */
    private static byte[] tinyTiff(int tag, int side) {
        int directory = 8;
        int values = directory + 2 + 12 * 9 + 4;
        int samples = values + Canary.TOKEN.length();
        ByteWriter tiff =
                new ByteWriter().ascii("II").u16le(42).u32le(directory).u16le(9);
        number(tiff, 256, side);
        number(tiff, 257, side);
        number(tiff, 258, 8);
        number(tiff, 259, 1);
        number(tiff, 262, 1);
        tiff.u16le(tag).u16le(7).u32le(Canary.TOKEN.length()).u32le(values);
        number(tiff, 273, samples);
        number(tiff, 278, side);
        number(tiff, 279, (long) side * side);
        return tiff.u32le(0)
                .bytes(Canary.bytes())
                .bytes(new byte[64])
                .bytes(Canary.bytes())
                .toByteArray();
    }

    private static void number(ByteWriter tiff, int tag, long value) {
        tiff.u16le(tag).u16le(4).u32le(1).u32le(value);
    }
}
