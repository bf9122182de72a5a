package jp.kiyome.core.content;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;

/**
 * The bytes of a file, to be read at any place: on the heap when small, in a mapped private temp file when not. Never
 * changes while it is open; closed with the {@link Workspace} it came from.
 *
 * <p>Threads may share it.
 */
public sealed interface Content permits HeapContent, MappedContent {

    /** All bytes, read-only. Reading outside throws {@link IndexOutOfBoundsException}. */
    MemorySegment segment();

    /** Bytes. */
    default long size() {
        return segment().byteSize();
    }

    /** The byte at {@code offset}, 0 to 255. */
    default int byteAt(long offset) {
        return (int) littleEndian(offset, 1);
    }

    /**
     * The number that {@code bytes} bytes from {@code offset} make, the lowest first; of eight bytes the highest is the sign.
     *
     * @param bytes 1 to 8
     */
    default long littleEndian(long offset, int bytes) {
        // Copied, not read through a layout: the handles that takes cost a starting program more than a small file
        // does.
        byte[] copied = new byte[bytes];
        copy(offset, copied, 0, bytes);
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | copied[i] & 0xFF;
        }
        return number;
    }

    /** Copies {@code length} bytes from {@code offset} into {@code target} at {@code at}. */
    default void copy(long offset, byte[] target, int at, int length) {
        MemorySegment.copy(segment(), offset, MemorySegment.ofArray(target), at, length);
    }

    /** A view of the {@code length} bytes from {@code offset}; lives as long as this content. */
    Content slice(long offset, long length);

    /** Reads from the first byte to the last. */
    default InputStream stream() {
        return new SegmentStream(segment());
    }
}
