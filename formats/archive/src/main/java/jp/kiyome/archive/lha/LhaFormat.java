package jp.kiyome.archive.lha;

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

/** LHA archives. Stateless; threads share it. */
public final class LhaFormat implements ArchiveFormat {

    private static final FileType TYPE = FileType.of("lzh", "application/x-lzh-compressed", "lzh", "lha", "lzs");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return LhaArchive.begins(content) ? Optional.of(TYPE) : Optional.empty();
    }

    @Override
    public ArchiveReader open(Content content, Session session) {
        return new LhaReader(LhaArchive.open(content, session.budget(), session::found));
    }

    @Override
    public ArchiveWriter writer(OutputStream out, Style style, Session session) {
        return new LhaWriter(out, style, session);
    }
}
