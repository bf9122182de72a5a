package jp.kiyome.testcorpus.zip;

import java.io.ByteArrayOutputStream;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/** Deflate streams, RFC 1951. */
public final class Deflate {

    private static final int BLOCK = 0xFFFF;

    private Deflate() {}

    /** Nothing compressed (section 3.2.4): the same bytes whatever zlib the JDK came with. */
    public static byte[] storedBlocks(byte[] data) {
        Bytes out = new Bytes();
        int at = 0;
        do {
            int length = Math.min(BLOCK, data.length - at);
            boolean last = at + length == data.length;
            byte[] block = new byte[length];
            System.arraycopy(data, at, block, 0, length);
            out.octets(last ? 1 : 0).u16(length).u16(~length).raw(block);
            at += length;
        } while (at < data.length);
        return out.toArray();
    }

    public static byte[] squeezed(byte[] data) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** With the zlib header and Adler-32 around it (RFC 1950). */
    public static byte[] zlib(byte[] data) {
        Adler32 sum = new Adler32();
        sum.update(data);
        return new Bytes()
                .octets(0x78, 0x01)
                .raw(storedBlocks(data))
                .bigEndian32(sum.getValue())
                .toArray();
    }
}
