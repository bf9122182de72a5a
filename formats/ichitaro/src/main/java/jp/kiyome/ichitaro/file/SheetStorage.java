package jp.kiyome.ichitaro.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.container.cfb.CompoundEntry;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.ichitaro.part.SegmentTable;
import jp.kiyome.ichitaro.part.Sheets;
import jp.kiyome.ichitaro.raw.Notes;

/** The storage of the sheets behind the first one, each a document of its own. */
record SheetStorage(CompoundStorage storage, Streams streams, Notes notes) {

    private static final String INFO = "SheetInfo";
    private static final String DOCUMENTS = "DocSheet";
    private static final String ITEMS = "DocItemInfo";
    private static final String PATHS = "DocItemInfo2";

    NewEntry rebuild() {
        List<SegmentTable.Line> lines = new ArrayList<>();
        storage.stream(INFO).ifPresent(info -> lines.add(stream(INFO, Sheets.info(read(info), notes.in(INFO)))));
        storage.storage(DOCUMENTS).ifPresent(documents -> lines.add(new SegmentTable.Line(documents(documents), 0)));
        others(storage, Set.of(INFO, DOCUMENTS, SegmentTable.NAME));
        return storage("ObjectSheets", storage, lines);
    }

    private NewEntry documents(CompoundStorage documents) {
        List<SegmentTable.Line> lines = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(ITEMS, PATHS, SegmentTable.NAME));
        byte[] items = documents.stream(ITEMS).map(this::read).orElseThrow(() -> notes.damaged("no " + ITEMS));
        List<Sheets.Sheet> sheets = Sheets.read(items, notes.in(ITEMS));
        lines.add(stream(ITEMS, Sheets.write(sheets)));
        for (Sheets.Sheet sheet : sheets) {
            String name = sheet.storage();
            CompoundStorage inner = documents
                    .storage(name)
                    .filter(is -> known.add(name))
                    .orElseThrow(() -> notes.damaged("no " + name));
            List<NewEntry> entries =
                    new DocumentStorage(inner, streams, notes.in(name)).rebuild(SegmentTable.Owner.STORAGE);
            lines.add(new SegmentTable.Line(new NewEntry.Storage(name, Generation.DOCUMENT, entries), 0));
        }
        documents.stream(PATHS)
                .ifPresent(
                        paths -> lines.add(stream(PATHS, Sheets.noPaths(read(paths), sheets.size(), notes.in(PATHS)))));
        others(documents, known);
        return storage(DOCUMENTS, documents, lines);
    }

    private void others(CompoundStorage in, Set<String> known) {
        for (CompoundEntry entry : in.entries()) {
            if (!known.contains(entry.name())) {
                notes.in(entry.name())
                        .removed(entry instanceof CompoundStorage ? "ichitaro.object" : "ichitaro.stream", "");
            }
        }
    }

    private NewEntry storage(String name, CompoundStorage input, List<SegmentTable.Line> lines) {
        input.stream(SegmentTable.NAME)
                .ifPresent(list -> ListCheck.check(read(list), input, true, notes.in(list.name())));
        List<NewEntry> entries =
                new ArrayList<>(lines.stream().map(SegmentTable.Line::entry).toList());
        entries.add(SegmentTable.of(SegmentTable.Owner.STORAGE, lines));
        return new NewEntry.Storage(name, NewEntry.Storage.NO_CLASS, entries);
    }

    private byte[] read(CompoundStream stream) {
        return streams.read(stream, notes.in(stream.name()));
    }

    private static SegmentTable.Line stream(String name, byte[] bytes) {
        return new SegmentTable.Line(new NewEntry.Stream(name, HeapContent.of(bytes)), 2);
    }
}
