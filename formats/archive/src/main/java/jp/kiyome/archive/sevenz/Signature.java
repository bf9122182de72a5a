package jp.kiyome.archive.sevenz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/**
 * The first bytes of an archive (7zFormat.txt, "SignatureHeader").
 *
 * @param at offset of the header in the file
 * @param size bytes of the header; none in an empty archive
 * @param crc32 of the header
 */
record Signature(long at, long size, long crc32) {

    static final int SIZE = 32;

    /** Bytes of a header, packed or not: a hundred for each member of the largest archive a policy allows. */
    static final long LONGEST = 100L << 20;

    private static final long MAGIC = 0x1C27AFBC7A37L;

    static boolean begins(Content content) {
        return content.size() >= SIZE && content.littleEndian(0, 6) == MAGIC;
    }

    static Signature read(Content content) {
        byte[] rest = new byte[20];
        content.copy(12, rest, 0, rest.length);
        if (content.byteAt(6) != 0 || crc(rest) != content.littleEndian(8, 4)) {
            throw Refusal.of("sevenz.header", "first header");
        }
        long offset = content.littleEndian(12, 8);
        long size = content.littleEndian(20, 8);
        if (offset < 0 || size < 0 || offset > content.size() - SIZE || size > content.size() - SIZE - offset) {
            throw Refusal.of("sevenz.truncated", size + " bytes of header at " + offset);
        }
        if (size > LONGEST) {
            throw Refusal.of("sevenz.header", size + " bytes");
        }
        return new Signature(SIZE + offset, size, content.littleEndian(28, 4));
    }

    /** The header's bytes, which must have their check sum. */
    byte[] header(Content content) {
        byte[] header = new byte[(int) size];
        content.copy(at, header, 0, header.length);
        if (crc(header) != crc32) {
            throw Refusal.of("sevenz.crc", "header");
        }
        return header;
    }

    static byte[] written(long packed, byte[] header) {
        ByteBuffer rest = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        rest.putLong(packed).putLong(header.length).putInt((int) crc(header));
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(MAGIC | 4L << 56)
                .putInt((int) crc(rest.array()))
                .put(rest.array())
                .array();
    }

    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
