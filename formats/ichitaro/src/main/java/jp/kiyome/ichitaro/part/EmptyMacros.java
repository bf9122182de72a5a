package jp.kiyome.ichitaro.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.core.content.HeapContent;

/** The storages of macros as they stand in documents that have none; never those of the input. Stateless. */
public final class EmptyMacros {

    public static final String NAME = "DocumentMacro";
    public static final String MACROS = "Macros";
    public static final String BASE = "BaseStorage0";

    /** Of the storage of macros. */
    public static final UUID MACROS_CLASS = UUID.fromString("3C2D93C1-10A2-11CF-A4B6-0020AF2D959F");

    private static final byte[] INFO = {4, 0, 0, 0, 0, 0, 1, 0};
    private static final byte[] NONE = {0, 0};

    private EmptyMacros() {}

    /** Whether a stream of the innermost storage says that there is no macro. */
    public static boolean isEmpty(String name, byte[] bytes) {
        return switch (name) {
            case "InfoStream" -> Arrays.equals(bytes, INFO);
            case "MacrosStream", "MacrosStreamStyle3" -> Arrays.equals(bytes, NONE);
            default -> false;
        };
    }

    public static NewEntry storage() {
        List<SegmentTable.Line> streams = List.of(
                new SegmentTable.Line(new NewEntry.Stream("InfoStream", HeapContent.of(INFO.clone())), 2),
                new SegmentTable.Line(new NewEntry.Stream("MacrosStream", HeapContent.of(NONE.clone())), 2),
                new SegmentTable.Line(new NewEntry.Stream("MacrosStreamStyle3", HeapContent.of(NONE.clone())), 2));
        NewEntry base = storage(BASE, NewEntry.Storage.NO_CLASS, streams);
        NewEntry macros = storage(MACROS, MACROS_CLASS, List.of(new SegmentTable.Line(base, 0)));
        return storage(NAME, NewEntry.Storage.NO_CLASS, List.of(new SegmentTable.Line(macros, 0)));
    }

    private static NewEntry storage(String name, UUID classId, List<SegmentTable.Line> lines) {
        List<NewEntry> entries =
                new ArrayList<>(lines.stream().map(SegmentTable.Line::entry).toList());
        entries.add(SegmentTable.of(SegmentTable.Owner.STORAGE, lines));
        return new NewEntry.Storage(name, classId, entries);
    }
}
