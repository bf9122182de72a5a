package jp.kiyome.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Stands in for the handler of plain text: what has no control characters comes out as it is. */
final class PlainText implements Handler {

    private static final FileType TYPE = FileType.of("txt", "text/plain", "txt");

    @Override
    public List<FileType> types() {
        return List.of(TYPE);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Optional.empty();
    }

    @Override
    public Optional<FileType> recognizeText(String name, Content content, Budget budget) {
        for (long at = 0; at < Math.min(64, content.size()); at++) {
            int value = content.byteAt(at);
            if (value < ' ' && value != '\r' && value != '\n') {
                return Optional.empty();
            }
        }
        return name.endsWith(".txt") ? Optional.of(TYPE) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        try {
            content.stream().transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        // Nothing can be wrong with it.
    }
}
