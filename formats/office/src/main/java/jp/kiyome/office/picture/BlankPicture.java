package jp.kiyome.office.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;

/** A transparent picture of one pixel; documents draw it at the size of the picture it stands for. PNG 3rd edition §5. */
public final class BlankPicture {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** One by one pixel, 8 bits, gray with alpha. */
    private static final byte[] HEADER = {0, 0, 0, 1, 0, 0, 0, 1, 8, 4, 0, 0, 0};
    /** No filter, white, transparent. */
    private static final byte[] ROW = {0, (byte) 0xFF, 0};

    private BlankPicture() {}

    public static Content png() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", HEADER);
        chunk(png, "IDAT", deflated());
        chunk(png, "IEND", new byte[0]);
        return HeapContent.of(png.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] deflated() {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(ROW);
            deflater.finish();
            byte[] buffer = new byte[64];
            return java.util.Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
    }
}
