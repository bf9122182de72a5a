package jp.kiyome.archive;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** A format of archives. Stateless; threads share it. */
public interface ArchiveFormat {

    FileType type();

    /** Relatives that are told apart and always blocked. */
    default List<FileType> unsupported() {
        return List.of();
    }

    /** Which of {@link #type} and {@link #unsupported} the content is; empty where it is none. Cheap, and never throws. */
    Optional<FileType> recognize(Content content, Budget budget);

    /**
     * Reads the listing.
     *
     * @throws jp.kiyome.core.finding.PasswordNeeded when not even that can be read without a password
     */
    ArchiveReader open(Content content, Session session);

    /** The format that outputs have: this one, or another where there is no writer for this. */
    default ArchiveFormat written() {
        return this;
    }

    /** A writer to an empty stream. Only of a format that {@link #written} names. */
    ArchiveWriter writer(OutputStream out, Style style, Session session);

    /**
     * A writer that writes nothing, and throws {@link jp.kiyome.core.spi.OutputNotClean} at the first byte that {@link
     * #writer} would write otherwise than it stands in {@code output}, or when there is more.
     *
     * @param reader of the same output
     */
    default ArchiveWriter comparing(Content output, ArchiveReader reader, Style style, Session session) {
        return new RewrittenArchive(output, compared -> writer(compared, style, session));
    }
}
