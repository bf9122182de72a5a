package jp.kiyome.text.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import jp.kiyome.core.charset.TextSource;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.text.chars.CleanWriter;
import jp.kiyome.text.chars.Losses;

/**
 * Rebuilds plain text, logs and Markdown: every character read and written anew, but for those that show nothing or deceive.
 * Memory does not grow with the file.
 */
public final class LineText implements TextRebuilder {

    private static final int PIECE = 1 << 14;

    @Override
    public List<FileType> types() {
        return List.of(TextTypes.TXT, TextTypes.LOG, TextTypes.MARKDOWN);
    }

    @Override
    public void rebuild(FileType type, Content content, OutputStream out, Session session) {
        TextFile file = TextFile.of(content);
        Losses losses = new Losses("");
        TextSource source = file.source();
        char[] buffer = new char[Math.clamp(content.size(), 2, PIECE)];
        try (Writer sink = file.sink(out);
                CleanWriter clean = new CleanWriter(sink, file.lineEnds(session.budget()), losses)) {
            for (int read = source.read(buffer, 0, buffer.length);
                    read >= 0;
                    read = source.read(buffer, 0, buffer.length)) {
                clean.write(buffer, 0, read);
                session.budget().checkTime();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        losses.tell(session::found);
    }
}
