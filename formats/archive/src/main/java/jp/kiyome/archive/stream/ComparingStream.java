package jp.kiyome.archive.stream;

import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.OutputNotClean;

/** Takes what would be written, and throws {@link OutputNotClean} at the first byte that stands otherwise in a file. */
public final class ComparingStream extends OutputStream {

    private final Content expected;
    private long position;

    public ComparingStream(Content expected) {
        this.expected = expected;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        if (length > expected.size() - position || differs(source, offset, length)) {
            throw new OutputNotClean("written once more it differs within " + length + " bytes from " + position);
        }
        position += length;
    }

    private boolean differs(byte[] source, int offset, int length) {
        MemorySegment there = expected.segment().asSlice(position, length);
        return there.mismatch(MemorySegment.ofArray(source).asSlice(offset, length)) >= 0;
    }

    /** Throws when the file goes on. */
    public void requireEnd() {
        if (position != expected.size()) {
            throw new OutputNotClean("the file goes on behind " + position);
        }
    }
}
