package jp.kiyome.archive.frame;

import java.io.IOException;
import java.io.OutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** A way to compress one file. Stateless; threads share it. */
interface Frame {

    FileType type();

    /** Whether it begins as one. Never throws. */
    boolean begins(Content content);

    /**
     * Decompresses all of it, and reports what will not be carried.
     *
     * @param out counts what it takes from the budget
     * @throws IOException where the stream is broken; a {@link jp.kiyome.core.finding.Refusal} says more
     */
    void decode(Content content, OutputStream out, Session session) throws IOException;

    /** The frame that outputs have. */
    default Frame written() {
        return this;
    }

    /** Compresses in the one form that is written: one stream, without name and time. */
    void encode(Content content, OutputStream out) throws IOException;
}
