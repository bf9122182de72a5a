package jp.kiyome.testcorpus.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import jp.kiyome.testcorpus.sample.Vector;

/** Builds files of characters. */
final class Texts {

    /** Stands in whatever must not come out. */
    static final String MARK = "vector-marker";

    /** What a reader sees. */
    static final String SHOWN = "令和8年度 予算（案）について";

    private Texts() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    static Vector vector(String name, String extension, String hostile, String twin, String... codes) {
        return Vector.of(name, extension, () -> utf8(hostile), () -> utf8(twin)).finds(codes);
    }

    static Vector marked(String name, String extension, String hostile, String twin, String... codes) {
        return vector(name, extension, hostile, twin, codes).loses(MARK);
    }

    /** One red pixel, in base64. */
    static String png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0});
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[] {0, (byte) 0xFF, 0, 0});
        deflater.finish();
        byte[] packed = new byte[64];
        int length = deflater.deflate(packed);
        deflater.end();
        chunk(out, "IDAT", java.util.Arrays.copyOf(packed, length));
        chunk(out, "IEND", new byte[0]);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        List.of(type, data).forEach(crc::update);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
