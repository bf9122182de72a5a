package jp.kiyome.archive.sevenz;

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

/** 7z archives, also encrypted, with or without their header. */
public final class SevenZFormat implements ArchiveFormat {

    public static final FileType TYPE = FileType.of("7z", "application/x-7z-compressed", "7z");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Signature.begins(content) ? Optional.of(TYPE) : Optional.empty();
    }

    @Override
    public ArchiveReader open(Content content, Session session) {
        return new SevenZReader(content, session);
    }

    @Override
    public ArchiveWriter writer(OutputStream out, Style style, Session session) {
        return new SevenZWriter(out, style, session);
    }
}
