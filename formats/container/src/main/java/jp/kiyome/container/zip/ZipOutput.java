package jp.kiyome.container.zip;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Where a handler puts the members of the archive it rebuilds: written anew, or compared with an archive that was written
 * before, so that rebuilding and verifying are the same walk.
 *
 * <p>Not thread-safe.
 */
public sealed interface ZipOutput extends AutoCloseable permits WrittenZip, ComparedZip {

    /**
     * Begins a member. One is open at a time; closing the stream ends it.
     *
     * @param name as {@link ZipMember#name}; not used before
     * @throws IllegalArgumentException for a name that no archive may hold
     * @throws IllegalStateException while another member is open
     */
    OutputStream member(String name, Storage storage);

    /**
     * The bytes that the open member is made from, as a stream through which to read them. Whoever compares can so see them
     * once instead of reading them a second time.
     *
     * @param member the member of the archive being read
     * @param in its bytes from the first one
     */
    InputStream source(ZipMember member, InputStream in);

    /**
     * Ends the archive.
     *
     * @param order the names of all members that were written, each once, in the order of the archive
     */
    void finish(List<String> order);

    /** Frees what is behind it, finished or not. */
    @Override
    void close();
}
