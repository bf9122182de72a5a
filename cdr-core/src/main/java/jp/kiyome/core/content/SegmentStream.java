package jp.kiyome.core.content;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

final class SegmentStream extends InputStream {

    private final MemorySegment segment;
    private long position;

    SegmentStream(MemorySegment segment) {
        this.segment = segment;
    }

    @Override
    public int read() {
        return position < segment.byteSize() ? segment.get(ValueLayout.JAVA_BYTE, position++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        long left = segment.byteSize() - position;
        if (left == 0 && length > 0) {
            return -1;
        }
        int count = (int) Math.min(left, length);
        MemorySegment.copy(segment, position, MemorySegment.ofArray(target), offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, segment.byteSize() - position);
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, segment.byteSize() - position);
        position += skipped;
        return skipped;
    }
}
