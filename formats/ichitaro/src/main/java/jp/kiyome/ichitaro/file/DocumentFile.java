package jp.kiyome.ichitaro.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.container.cfb.CompoundEntry;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.container.cfb.WrittenCompound;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.ichitaro.part.SegmentTable;
import jp.kiyome.ichitaro.part.Summary;
import jp.kiyome.ichitaro.raw.Notes;

/** A whole file: a document, or one that is compressed in a file of its own. */
public final class DocumentFile {

    private static final String COMPRESSED = "JSCompDocument";
    private static final int TEMPLATE = 21;

    private final Session session;
    private final Notes notes;

    public DocumentFile(Session session) {
        this.session = session;
        this.notes = new Notes(session, "");
    }

    /** Writes a document of version 8 and later anew. */
    public void rebuild(Content content, Sink out) {
        document(content, notes, out);
    }

    private void document(Content content, Notes here, Sink out) {
        session.budget().checkTime();
        CompoundFile file = CompoundFile.open(content, session.budget(), session::found);
        Streams streams = new Streams(file);
        insist(file.root().classId().equals(Generation.DOCUMENT), here);
        boolean template = isTemplate(file.root(), streams, here);
        List<NewEntry> entries = new DocumentStorage(file.root(), streams, here)
                .rebuild(template ? SegmentTable.Owner.TEMPLATE : SegmentTable.Owner.DOCUMENT);
        write(Generation.DOCUMENT, entries, out);
    }

    /** Writes a compressed one anew. */
    public void rebuildCompressed(Content content, Sink out) {
        session.budget().checkTime();
        CompoundFile file = CompoundFile.open(content, session.budget(), session::found);
        Streams streams = new Streams(file);
        CompoundStorage root = file.root();
        insist(root.classId().equals(Generation.COMPRESSED_DOCUMENT), notes);
        CompoundStream packed = root.stream(COMPRESSED).orElseThrow(() -> notes.damaged("no " + COMPRESSED));
        Notes here = notes.in(COMPRESSED);
        Content inner = new CompressedMember(session, here).unpack(streams.read(packed, here));
        Sink rebuilt = session.scratch();
        document(inner, here, rebuilt);
        NewEntry member = new NewEntry.Stream(COMPRESSED, new CompressedMember(session, here).pack(rebuilt.finish()));
        List<SegmentTable.Line> lines = new ArrayList<>(List.of(new SegmentTable.Line(member, 0)));
        for (CompoundEntry entry : root.entries()) {
            beside(entry, root, streams).ifPresent(kept -> lines.add(new SegmentTable.Line(kept, 1)));
        }
        List<NewEntry> entries =
                new ArrayList<>(lines.stream().map(SegmentTable.Line::entry).toList());
        boolean template = isTemplate(root, streams, notes);
        entries.add(SegmentTable.of(
                template ? SegmentTable.Owner.COMPRESSED_TEMPLATE : SegmentTable.Owner.COMPRESSED_DOCUMENT, lines));
        write(Generation.COMPRESSED_DOCUMENT, entries, out);
    }

    /** What stands in the outer file beside the document: a title, at most. */
    private Optional<NewEntry> beside(CompoundEntry entry, CompoundStorage root, Streams streams) {
        Notes here = notes.in(entry.name());
        String becomes = StreamRule.of(entry.name()).map(StreamRule::becomes).orElse("ichitaro.stream");
        switch (entry) {
            case CompoundStorage storage -> here.removed("ichitaro.object", storage.name());
            case CompoundStream stream when stream.name().equals(COMPRESSED) -> {}
            case CompoundStream stream
            when becomes.equals("summary") -> {
                return Optional.of(Summary.rebuild(streams.read(stream, here), here));
            }
            case CompoundStream stream
            when becomes.equals("list") -> ListCheck.check(streams.read(stream, here), root, true, here);
            case CompoundStream stream ->
                here.removed(becomes.startsWith("ichitaro.") ? becomes : "ichitaro.stream", stream.name());
        }
        return Optional.empty();
    }

    private static boolean isTemplate(CompoundStorage root, Streams streams, Notes notes) {
        return root.stream(SegmentTable.NAME)
                .filter(list -> list.size() > TEMPLATE)
                .map(list -> streams.read(list, notes)[TEMPLATE] == 1)
                .orElse(false);
    }

    private static void insist(boolean right, Notes notes) {
        if (!right) {
            throw notes.damaged("a root of another class");
        }
    }

    private static void write(UUID classId, List<NewEntry> entries, Sink out) {
        WrittenCompound.write(new NewEntry.Storage("", classId, entries), out);
    }
}
