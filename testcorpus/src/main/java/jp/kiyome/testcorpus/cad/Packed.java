package jp.kiyome.testcorpus.cad;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import jp.kiyome.testcorpus.zip.Bytes;

/** Pictures as drawings embed them. Stateless. */
final class Packed {

    private Packed() {}

    /** Two by two pixels in 24 bits. */
    static byte[] bmp() {
        return new Bytes()
                .ascii("BM")
                .u32(70)
                .u32(0)
                .u32(54)
                .u32(40)
                .u32(2)
                .u32(2)
                .u16(1)
                .u16(24)
                .u32(0)
                .u32(16)
                .u32(2835)
                .u32(2835)
                .u32(0)
                .u32(0)
                .raw(new byte[] {1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0})
                .toArray();
    }

    static byte[] gzip(byte[] plain) {
        return gzip(0, new byte[0], plain);
    }

    /** @param more what the flags say of the header, behind its ten bytes */
    static byte[] gzip(int flags, byte[] more, byte[] plain) {
        CRC32 crc = new CRC32();
        crc.update(plain);
        return new Bytes()
                .octets(0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 0x0B)
                .raw(more)
                .raw(deflated(plain))
                .u32(crc.getValue())
                .u32(plain.length)
                .toArray();
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }
}
