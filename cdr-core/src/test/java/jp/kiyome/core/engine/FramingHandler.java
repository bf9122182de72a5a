package jp.kiyome.core.engine;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Serves files that start with {@code FRAME} as one type, and writes them anew as that word. */
record FramingHandler(FileType type) implements Handler {

    private static final String FRAME = "FRAME";

    @Override
    public List<FileType> types() {
        return List.of(type);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return ScriptedHandler.text(content).startsWith(FRAME) ? Optional.of(type) : Optional.empty();
    }

    @Override
    public void rebuild(FileType rebuilt, Content content, Sink out, Session session) {
        byte[] bytes = ScriptedHandler.bytes(FRAME);
        out.write(bytes, 0, bytes.length);
    }

    @Override
    public void verify(FileType verified, Content output, Session session) {}
}
