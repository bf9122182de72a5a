package jp.kiyome.image.stream;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds the pictures of one format. Implementations keep no state of a file, so threads may share them. */
public interface RasterRebuilder {

    FileType type();

    /** Throws {@link jp.kiyome.core.finding.Refusal}; then what was written so far is worthless. */
    void rebuild(Content content, Sink out, Session session);

    /**
     * Throws {@link OutputNotClean} unless {@code output} is what {@link #rebuild} would make of it. Rebuilds once more, which is
     * cheap for most formats.
     */
    default void verify(Content output, Session session) {
        Sink again = session.scratch();
        rebuild(output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
