package jp.kiyome.text.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.source.TextFile;
import jp.kiyome.text.source.TextRebuilder;
import jp.kiyome.text.source.TextTypes;

/** Rebuilds JSON; memory grows with its longest string and its open objects alone. */
public final class JsonRebuilder implements TextRebuilder {

    @Override
    public List<FileType> types() {
        return List.of(TextTypes.JSON);
    }

    @Override
    public void rebuild(FileType type, Content content, OutputStream out, Session session) {
        TextFile file = TextFile.of(content);
        Losses losses = new Losses("");
        try (Writer sink = file.sink(out);
                BufferedWriter buffered = new BufferedWriter(sink)) {
            JsonInput in = new JsonInput(file.source(), session.budget());
            int deepest = session.budget().limits().xmlDepth();
            new JsonCopy(in, buffered, file.encoding(), deepest, losses).document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        losses.tell(session::found);
    }
}
