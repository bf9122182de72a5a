package jp.kiyome.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * An archive that was opened: its listing is read and checked, its members' bytes are not. Opening spends one entry of the
 * budget for each member, and reports what will not be carried (comments, owners, extra fields, gaps).
 *
 * <p>Every method throws {@link jp.kiyome.core.finding.Refusal} for what is broken or what two programs would read
 * differently. Not thread-safe.
 */
public interface ArchiveReader extends AutoCloseable {

    /** In the order of the archive. */
    List<Member> members();

    /**
     * Decodes a member's bytes, spends them from the budget, and holds them to the size and check sum the archive declares;
     * whatever is wrong is refused at the latest when this returns.
     *
     * @param member a FILE of {@link #members}; members are asked for in their order, each once at most, some never
     * @throws IOException of {@code target}'s alone
     * @throws jp.kiyome.core.finding.PasswordNeeded when it is encrypted and no password at hand fits
     */
    void read(Member member, OutputStream target) throws IOException;

    /**
     * The password that the members read so far were opened with; empty where none was needed. Known when the first
     * encrypted member was read, or before where the listing itself is encrypted.
     */
    Optional<String> password();

    /** Whether {@link #password} guards the archive less well than its writer would: finding {@code archive.re-encrypted}. */
    default boolean weaklyEncrypted() {
        return false;
    }

    /** A number of the format's own that its writer needs to write in the same way, such as the level of headers. */
    default int variant() {
        return 0;
    }

    /** Frees decoders; the content stays open. */
    @Override
    void close();
}
