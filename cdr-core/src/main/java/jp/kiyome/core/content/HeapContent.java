package jp.kiyome.core.content;

import java.lang.foreign.MemorySegment;

/** Content in an array on the heap. */
public record HeapContent(MemorySegment segment) implements Content {

    /** Takes the array over: nobody may write to it afterwards. */
    public static HeapContent of(byte[] bytes) {
        return new HeapContent(MemorySegment.ofArray(bytes).asReadOnly());
    }

    @Override
    public Content slice(long offset, long length) {
        return new HeapContent(segment.asSlice(offset, length));
    }
}
