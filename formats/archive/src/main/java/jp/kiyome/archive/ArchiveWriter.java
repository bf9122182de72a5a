package jp.kiyome.archive;

import java.io.IOException;
import jp.kiyome.core.content.Content;

/**
 * Writes an archive from front to end in the one form of its format. It sees clean members alone, never the input. The same
 * members in the same order and {@link Style} give the same bytes.
 *
 * <p>Not thread-safe. Throws {@link IOException} of the stream it writes to.
 */
public interface ArchiveWriter extends AutoCloseable {

    /** Writes the entry of a folder, which has no bytes. */
    void folder(NewMember member) throws IOException;

    /**
     * Writes a file.
     *
     * @param bytes may be freed when this returns
     */
    void file(NewMember member, Content bytes) throws IOException;

    /** Writes what stands behind the last member. */
    void finish() throws IOException;

    /** Frees encoders, finished or not; the stream stays open. */
    @Override
    void close();
}
