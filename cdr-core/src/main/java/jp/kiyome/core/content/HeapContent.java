package jp.kiyome.core.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** Content in an array on the heap. Equal only to itself. */
public final class HeapContent implements Content {

    private final byte[] bytes;
    private final int from;
    private final int size;
    private final MemorySegment segment;

    private HeapContent(byte[] bytes, int from, int size) {
        this.bytes = bytes;
        this.from = from;
        this.size = size;
        this.segment = MemorySegment.ofArray(bytes).asSlice(from, size).asReadOnly();
    }

    /** Takes the array over: nobody may write to it afterwards. */
    public static HeapContent of(byte[] bytes) {
        return new HeapContent(bytes, 0, bytes.length);
    }

    @Override
    public MemorySegment segment() {
        return segment;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int byteAt(long offset) {
        return bytes[from + (int) Objects.checkIndex(offset, size)] & 0xFF;
    }

    @Override
    public long littleEndian(long offset, int count) {
        int at = from + (int) Objects.checkFromIndexSize(offset, count, size);
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }

    @Override
    public void copy(long offset, byte[] target, int at, int length) {
        System.arraycopy(bytes, from + (int) Objects.checkFromIndexSize(offset, length, size), target, at, length);
    }

    @Override
    public InputStream stream() {
        return new ByteArrayInputStream(bytes, from, size);
    }

    @Override
    public Content slice(long offset, long length) {
        return new HeapContent(bytes, from + (int) Objects.checkFromIndexSize(offset, length, size), (int) length);
    }
}
