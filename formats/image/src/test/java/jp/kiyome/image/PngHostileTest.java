package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people hide in PNG files, and how such files attack readers. */
class PngHostileTest {

    private static final int BEHIND_IHDR = 33;
    private static final byte[] CLEAN = Samples.written(Samples.drawn(BufferedImage.TYPE_INT_RGB, 64, 48), "png");

    @TestFactory
    Stream<DynamicTest> aCanaryInAChunkNeverComesOut() {
        Map<String, String> chunks = Map.ofEntries(
                Map.entry("tEXt", "image.text"),
                Map.entry("zTXt", "image.text"),
                Map.entry("iTXt", "image.text"),
                Map.entry("tIME", "image.time"),
                Map.entry("eXIf", "image.exif"),
                Map.entry("iCCP", "image.colour-profile"),
                Map.entry("sBIT", "image.ancillary-chunk"),
                Map.entry("sPLT", "image.ancillary-chunk"),
                Map.entry("hIST", "image.ancillary-chunk"),
                Map.entry("gAMA", "image.chunk-value"),
                Map.entry("cHRM", "image.chunk-value"),
                Map.entry("sRGB", "image.chunk-value"),
                Map.entry("tRNS", "image.chunk-value"),
                Map.entry("bKGD", "image.chunk-value"),
                Map.entry("pHYs", "image.chunk-value"),
                Map.entry("caBX", "image.provenance"),
                Map.entry("prVt", "image.unknown-chunk"));
        return chunks.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Rebuilding.Result result = Rebuilding.rebuild(with(chunk(e.getKey(), Canary.bytes())));
                    Canary.assertGone(result.bytes());
                    assertThat(result.codes()).containsExactly(e.getValue());
                    assertThat(result.bytes())
                            .isEqualTo(Rebuilding.rebuild(CLEAN).bytes());
                }));
    }

    @Test
    void anUnknownCriticalChunkRefusesTheFile() {
        assertThatThrownBy(() -> Rebuilding.rebuild(with(chunk("CgBI", new byte[4]))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("image.unsupported");
    }

    @Test
    void valuesThatTheListNamesStay() {
        byte[] physical =
                ByteBuffer.allocate(9).putInt(3780).putInt(3780).put((byte) 1).array();
        byte[] picture = with(chunk("pHYs", physical));
        Rebuilding.Result result = Rebuilding.rebuild(picture);
        assertThat(result.findings()).isEmpty();
        assertThat(new String(result.bytes(), StandardCharsets.ISO_8859_1)).contains("pHYs");
    }

    @Test
    void whatFollowsTheRowsInsideTheStreamNeverComesOut() {
        byte[] rows = new byte[3 * 5];
        byte[] longer = Arrays.copyOf(rows, rows.length + Canary.TOKEN.length());
        System.arraycopy(Canary.bytes(), 0, longer, rows.length, Canary.TOKEN.length());
        Rebuilding.Result result = Rebuilding.rebuild(grey(4, 3, stored(longer)));
        Canary.assertGone(result.bytes());
        assertThat(result.codes()).containsExactly("image.gap");
        assertThat(result.bytes())
                .isEqualTo(Rebuilding.rebuild(grey(4, 3, stored(rows))).bytes());
    }

    @Test
    void whatFollowsTheStreamInsideTheChunksNeverComesOut() {
        byte[] stream = stored(new byte[3 * 5]);
        byte[] longer = Arrays.copyOf(stream, stream.length + Canary.TOKEN.length());
        System.arraycopy(Canary.bytes(), 0, longer, stream.length, Canary.TOKEN.length());
        Rebuilding.Result result = Rebuilding.rebuild(grey(4, 3, longer));
        Canary.assertGone(result.bytes());
        assertThat(result.codes()).containsExactly("image.gap");
    }

    @Test
    void aBombIsRefusedByItsHeader() {
        assertThatThrownBy(() -> Rebuilding.rebuild(grey(60_000, 60_000, stored(new byte[10]))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("limit.image-pixels");
    }

    @Test
    void aProfileThatInflatesWithoutEndIsDropped() {
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profile.writeBytes("bomb\0\0".getBytes(StandardCharsets.US_ASCII));
        profile.writeBytes(deflated(new byte[64 << 20]));
        Rebuilding.Result result = Rebuilding.rebuild(with(chunk("iCCP", profile.toByteArray())));
        assertThat(result.codes()).containsExactly("image.colour-profile");
    }

    @Test
    void bitsBehindTheLastPixelOfARowAreCleared() {
        byte[] rows = {0, (byte) 0xAF, 0, (byte) 0x5F};
        byte[] clean = {0, (byte) 0xA0, 0, (byte) 0x50};
        assertThat(Rebuilding.rebuild(oneBit(4, 2, rows)).bytes())
                .isEqualTo(Rebuilding.rebuild(oneBit(4, 2, clean)).bytes());
    }

    /** The filter Up adds the row above as it was read (PNG 9.2), its unused bits included. */
    @Test
    void bitsThatAreClearedDoNotReachTheRowBelow() {
        byte[] rows = {0, (byte) 0b10111111, 2, (byte) 0b00000001};
        byte[] picture = oneBit(3, 2, rows);
        byte[] rebuilt = Rebuilding.rebuild(picture).bytes();
        assertThat(Samples.pixels(rebuilt)).hasSize(1);
        assertThat(Samples.pixels(rebuilt).get(0))
                .isEqualTo(Samples.pixels(picture).get(0));
    }

    private static byte[] with(byte[] chunk) {
        return JpegHostileTest.inserted(CLEAN, BEHIND_IHDR, chunk);
    }

    private static byte[] oneBit(int width, int height, byte[] rows) {
        return png(width, height, 1, deflated(rows));
    }

    private static byte[] grey(int width, int height, byte[] stream) {
        return png(width, height, 8, stream);
    }

    private static byte[] png(int width, int height, int depth, byte[] stream) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(CLEAN, 0, 8);
        png.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .array()));
        png.writeBytes(chunk("IDAT", stream));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] stored(byte[] data) {
        return deflated(data, 0);
    }

    private static byte[] deflated(byte[] data) {
        return deflated(data, 9);
    }

    private static byte[] deflated(byte[] data, int level) {
        try (Deflater deflater = new Deflater(level)) {
            deflater.setInput(data);
            deflater.finish();
            byte[] buffer = new byte[data.length + 100];
            int length = deflater.deflate(buffer);
            return Arrays.copyOf(buffer, length);
        }
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}
