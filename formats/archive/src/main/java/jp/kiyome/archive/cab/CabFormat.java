package jp.kiyome.archive.cab;

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

/** Microsoft cabinets, read alone. Stateless; threads share it. */
public final class CabFormat implements ArchiveFormat {

    private static final FileType TYPE = FileType.of("cab", "application/vnd.ms-cab-compressed", "cab");

    private final ArchiveFormat written;

    /** @param written what outputs are */
    public CabFormat(ArchiveFormat written) {
        this.written = written;
    }

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return CabinetListing.begins(content) ? Optional.of(TYPE) : Optional.empty();
    }

    @Override
    public ArchiveReader open(Content content, Session session) {
        CabinetListing listing = CabinetListing.read(content, session.budget(), session::found);
        return new CabReader(content, listing, session.budget());
    }

    @Override
    public ArchiveFormat written() {
        return written;
    }

    @Override
    public ArchiveWriter writer(OutputStream out, Style style, Session session) {
        throw new UnsupportedOperationException("no cabinet is written");
    }
}
