package jp.kiyome.archive.tar;

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

/** Tape archives, with or without a magic: the check sum of the first header tells them. */
public final class TarFormat implements ArchiveFormat {

    public static final FileType TYPE = FileType.of("tar", "application/x-tar", "tar");

    /** An archive without members is two blocks of zeros; programs fill up to twenty. */
    private static final int EMPTY = 2 * Block.SIZE;

    private static final int EMPTY_FILLED = 20 * Block.SIZE;

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        if (content.size() < Block.SIZE) {
            return Optional.empty();
        }
        Block first = Block.at(content, 0);
        return (first.zero() ? empty(content) : first.summed()) ? Optional.of(TYPE) : Optional.empty();
    }

    private static boolean empty(Content content) {
        if (content.size() != EMPTY && content.size() != EMPTY_FILLED) {
            return false;
        }
        for (long at = 0; at < content.size(); at += Block.SIZE) {
            if (!Block.at(content, at).zero()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ArchiveReader open(Content content, Session session) {
        return new TarReader(content, session);
    }

    @Override
    public ArchiveWriter writer(OutputStream out, Style style, Session session) {
        return new TarWriter(out);
    }
}
