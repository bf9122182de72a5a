package jp.kiyome.office.ole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.container.cfb.WrittenCompound;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;

/** Writes compound documents: the class of their kind, the streams that were rebuilt, title and language, nothing else. Stateless. */
public final class OleWriter {

    private OleWriter() {}

    /**
     * Writes a whole document.
     *
     * @param streams by their names, in any order
     */
    public static void write(OleKind kind, Map<String, Content> streams, DocumentProperties properties, Sink out) {
        List<NewEntry> entries = new ArrayList<>(properties.streams());
        streams.forEach((name, content) -> entries.add(new NewEntry.Stream(name, content)));
        WrittenCompound.write(new NewEntry.Storage("", kind.classId(), entries), out);
    }
}
