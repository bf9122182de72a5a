package jp.kiyome.image;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import jp.kiyome.image.stream.ByteWriter;

/**
 * Draws the picture that stands in for one that cannot be rebuilt: transparent all over, of the same aspect. The same size gives the
 * same bytes, and rebuilding them changes nothing. Stateless; threads may share it.
 */
public final class BlankPicture {

    /** Larger ones are drawn smaller: only their aspect counts, the document says how large they are shown. */
    private static final int MAX_SIDE = 256;

    private BlankPicture() {}

    /**
     * A PNG file of one-bit palette pixels (W3C PNG 11.2), each transparent.
     *
     * @param width of the picture it stands for, in any unit, at least 1
     * @param height likewise
     */
    public static byte[] png(long width, long height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height);
        }
        double scale = Math.min(1, (double) MAX_SIDE / Math.max(width, height));
        int columns = Math.max(1, (int) Math.round(width * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        ByteWriter png = new ByteWriter().u32be(0x89504E47L).u32be(0x0D0A1A0AL);
        chunk(
                png,
                "IHDR",
                new ByteWriter()
                        .u32be(columns)
                        .u32be(rows)
                        .u8(1)
                        .u8(3)
                        .u8(0)
                        .u8(0)
                        .u8(0));
        chunk(png, "PLTE", new ByteWriter().bytes(new byte[3]));
        chunk(png, "tRNS", new ByteWriter().u8(0));
        chunk(png, "IDAT", new ByteWriter().bytes(deflated(rows * (1 + (columns + 7) / 8))));
        chunk(png, "IEND", new ByteWriter());
        return png.toByteArray();
    }

    private static void chunk(ByteWriter png, String type, ByteWriter data) {
        byte[] typed = new ByteWriter().ascii(type).bytes(data.toByteArray()).toByteArray();
        CRC32 crc = new CRC32();
        crc.update(typed);
        png.u32be(data.size()).bytes(typed).u32be(crc.getValue());
    }

    private static byte[] deflated(int zeros) {
        try (Deflater deflater = new Deflater(4)) {
            deflater.setInput(new byte[zeros]);
            deflater.finish();
            byte[] buffer = new byte[zeros + 64];
            int length = deflater.deflate(buffer);
            return Arrays.copyOf(buffer, length);
        }
    }
}
