package jp.kiyome.archive.rar;

import java.io.OutputStream;
import java.util.Optional;
import jp.kiyome.archive.ArchiveFormat;
import jp.kiyome.archive.ArchiveReader;
import jp.kiyome.archive.ArchiveWriter;
import jp.kiyome.archive.Style;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** RAR archives, read alone. Stateless; threads share it. */
public final class RarFormat implements ArchiveFormat {

    private static final FileType TYPE = FileType.of("rar", "application/vnd.rar", "rar");

    private final ArchiveFormat written;

    /** @param written what outputs are */
    public RarFormat(ArchiveFormat written) {
        this.written = written;
    }

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return begins(content, Rar5Reader.SIGNATURE) || begins(content, Rar4Reader.SIGNATURE)
                ? Optional.of(TYPE)
                : Optional.empty();
    }

    private static boolean begins(Content content, byte[] signature) {
        if (content.size() < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (content.byteAt(i) != (signature[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ArchiveReader open(Content content, Session session) {
        RarListing listing = begins(content, Rar5Reader.SIGNATURE)
                ? Rar5Reader.read(content, session)
                : Rar4Reader.read(content, session);
        return new RarReader(content, listing, session);
    }

    @Override
    public ArchiveFormat written() {
        return written;
    }

    @Override
    public ArchiveWriter writer(OutputStream out, Style style, Session session) {
        throw new UnsupportedOperationException("no RAR is written");
    }
}
