package jp.kiyome.text.source;

import java.io.OutputStream;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds types that are written in characters. Stateless; threads share it. */
public interface TextRebuilder {

    List<FileType> types();

    /**
     * Reads, keeps what is allowed, writes. What it writes it would write again, with nothing found.
     *
     * @param out never read; it may only compare
     */
    void rebuild(FileType type, Content content, OutputStream out, Session session);
}
