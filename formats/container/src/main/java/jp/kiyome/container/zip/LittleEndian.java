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
        return segment(span).elements(ValueLayout.JAVA_BYTE).allMatch(b -> b.get(ValueLayout.JAVA_BYTE, 0) == 0);
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
