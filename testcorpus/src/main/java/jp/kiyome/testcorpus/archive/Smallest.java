package jp.kiyome.testcorpus.archive;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import jp.kiyome.testcorpus.zip.Bytes;
import jp.kiyome.testcorpus.zip.Deflate;

/** The smallest PNG: one grey dot. */
final class Smallest {

    private Smallest() {}

    static byte[] png() {
        byte[] header =
                new Bytes().bigEndian32(1).bigEndian32(1).octets(8, 0, 0, 0, 0).toArray();
        return new Bytes()
                .octets(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')
                .raw(chunk("IHDR", header))
                .raw(chunk("IDAT", Deflate.zlib(new byte[] {0, 7})))
                .raw(chunk("IEND", new byte[0]))
                .toArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        return new Bytes()
                .bigEndian32(data.length)
                .ascii(type)
                .raw(data)
                .bigEndian32(crc.getValue())
                .toArray();
    }
}
