package jp.kiyome.container.zip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/** The numbers of an archive: all little-endian (APPNOTE 4.4.1.1). Reading outside the content is a refusal. */
record LittleEndian(Content content) {

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    long size() {
        return content.size();
    }

    int u16(long at) {
        require(at, 2);
        return Short.toUnsignedInt(content.segment().get(SHORT, at));
    }

    long u32(long at) {
        require(at, 4);
        return Integer.toUnsignedLong(content.segment().get(INT, at));
    }

    /** An eight-byte size or offset. Past 2^63 it can only be a lie. */
    long u63(long at) {
        require(at, 8);
        long value = content.segment().get(LONG, at);
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
            if (content.segment().get(ValueLayout.JAVA_BYTE, at) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The first place from {@code from} on, but before {@code to}, that has the signature; {@code to} if none has. */
    long find(long signature, long from, long to) {
        MemorySegment bytes = content.segment();
        byte first = (byte) signature;
        for (long at = from; at < to; at++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, at) == first && at <= size() - 4 && u32(at) == signature) {
                return at;
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
