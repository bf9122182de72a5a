package jp.kiyome.container.cfb;

import java.lang.foreign.MemorySegment;
import java.util.UUID;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/** The numbers of a compound file: all little-endian ([MS-CFB] 1.3.2). Reading outside the content is a refusal. */
record Bytes(Content content) {

    private static final MemorySegment ZEROS = MemorySegment.ofArray(new byte[1 << 16]);

    long size() {
        return content.size();
    }

    int u8(long at) {
        require(at, 1);
        return content.byteAt(at);
    }

    int u16(long at) {
        require(at, 2);
        return (int) content.littleEndian(at, 2);
    }

    /** As signed: the numbers of sectors and entries are below 2^31, and the special values above are negative. */
    int i32(long at) {
        require(at, 4);
        return (int) content.littleEndian(at, 4);
    }

    long i64(long at) {
        require(at, 8);
        return content.littleEndian(at, 8);
    }

    /** A GUID as [MS-DTYP] 2.3.4.2 packs it: the first three fields little-endian, the rest as they stand. */
    UUID guid(long at) {
        long first = Integer.toUnsignedLong(i32(at)) << 32 | (long) u16(at + 4) << 16 | u16(at + 6);
        return new UUID(first, Long.reverseBytes(i64(at + 8)));
    }

    /** How many bytes from {@code from} to {@code to} stand in stretches of up to 64 KiB that are not all zero. */
    long notZero(long from, long to) {
        long count = 0;
        for (long at = from; at < to; at += ZEROS.byteSize()) {
            long length = Math.min(ZEROS.byteSize(), to - at);
            boolean same = MemorySegment.mismatch(content.segment(), at, at + length, ZEROS, 0, length) < 0;
            count += same ? 0 : length;
        }
        return count;
    }

    void require(long at, long length) {
        if (at < 0 || length < 0 || at > size() - length) {
            throw Refusal.of("cfb.truncated", length + " bytes wanted at " + at + " of " + size());
        }
    }
}
