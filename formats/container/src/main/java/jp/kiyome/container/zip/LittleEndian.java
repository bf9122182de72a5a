package jp.kiyome.container.zip;

import java.lang.foreign.MemorySegment;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/** The numbers of an archive: all little-endian (APPNOTE 4.4.1.1). Reading outside the content is a refusal. */
record LittleEndian(Content content) {

    private static final int BLOCK = 1 << 12;

    long size() {
        return content.size();
    }

    int u16(long at) {
        require(at, 2);
        return (int) content.littleEndian(at, 2);
    }

    long u32(long at) {
        require(at, 4);
        return content.littleEndian(at, 4);
    }

    /** An eight-byte size or offset. Past 2^63 it can only be a lie. */
    long u63(long at) {
        require(at, 8);
        long value = content.littleEndian(at, 8);
        if (value < 0) {
            throw Refusal.of("zip.zip64", "a size past 2^63 at " + at);
        }
        return value;
    }

    /** @param span as long as two-byte lengths can say, so that it fits on the heap */
    byte[] bytes(Span span) {
        require(span.at(), span.length());
        byte[] bytes = new byte[Math.toIntExact(span.length())];
        content.copy(span.at(), bytes, 0, bytes.length);
        return bytes;
    }

    boolean same(Span one, Span other) {
        return one.length() == other.length() && segment(one).mismatch(segment(other)) < 0;
    }

    boolean allZero(Span span) {
        require(span.at(), span.length());
        for (long at = span.at(); at < span.end(); at++) {
            if (content.byteAt(at) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The first place from {@code from} on, but before {@code to}, that has the signature; {@code to} if none has. */
    long find(long signature, long from, long to) {
        byte first = (byte) signature;
        byte[] block = new byte[BLOCK];
        for (long begin = from; begin < to; begin += BLOCK) {
            int length = (int) Math.min(BLOCK, to - begin);
            content.copy(begin, block, 0, length);
            for (int i = 0; i < length; i++) {
                if (block[i] == first && begin + i <= size() - 4 && u32(begin + i) == signature) {
                    return begin + i;
                }
            }
        }
        return to;
    }

    boolean startsWith(byte[] bytes, long at) {
        return at <= size() - bytes.length
                && segment(new Span(at, bytes.length)).mismatch(MemorySegment.ofArray(bytes)) < 0;
    }

    void require(long at, long length) {
        if (at < 0 || length < 0 || at > size() - length) {
            throw Refusal.of("zip.truncated", length + " bytes wanted at " + at + " of " + size());
        }
    }

    private MemorySegment segment(Span span) {
        require(span.at(), span.length());
        return content.segment().asSlice(span.at(), span.length());
    }
}
