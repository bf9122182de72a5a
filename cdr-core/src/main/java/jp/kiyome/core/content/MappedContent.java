package jp.kiyome.core.content;

import java.lang.foreign.MemorySegment;

/** Content in a mapped file of the {@link Workspace}. */
public record MappedContent(MemorySegment segment) implements Content {

    @Override
    public Content slice(long offset, long length) {
        return new MappedContent(segment.asSlice(offset, length));
    }
}
