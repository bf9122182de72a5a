package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.escher.Drawing;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;

/** The drawing of a sheet, collected from its records, read as one, filtered. Not thread-safe. */
final class SheetDrawing {

    private static final int GROUP = 0xF003;
    private static final int SHAPE = 0xF004;

    private final Counts counts;
    private final Told told;
    private final Drawings drawings;
    private final ChartCopy charts;
    private final XlsOptions options;
    private final DrawingBytes bytes = new DrawingBytes();
    private final List<Optional<SheetObject>> objects = new ArrayList<>();
    private final Set<Integer> notes = new HashSet<>();
    private Optional<DrawingBlock> block = Optional.empty();
    private boolean ended;
    private boolean chartExpected;

    SheetDrawing(Book book, Told told, Drawings drawings, ChartCopy charts) {
        this.counts = book.counts();
        this.told = told;
        this.drawings = drawings;
        this.charts = charts;
        this.options = new XlsOptions(book.session().policy());
    }

    /** Whether the record belongs to the drawing; then it was taken. */
    boolean take(RecordReader reader) {
        boolean own =
                switch (reader.id()) {
                    case Biff.DRAWING, Biff.OBJ, Biff.TXO -> true;
                    case Biff.BOF -> chartExpected;
                    // Some programs go on with the drawing so behind an object.
                    case Biff.CONTINUE -> !ended && !bytes.isEmpty();
                    default -> false;
                };
        if (own && ended) {
            throw Refusal.of("xls.drawing", told.where("MsoDrawing"), "two drawings");
        }
        if (own) {
            one(reader);
        }
        return own;
    }

    private void one(RecordReader reader) {
        switch (reader.id()) {
            case Biff.OBJ -> {
                Optional<SheetObject> object = ObjectRecord.read(reader.data(), told, !options.removesComments());
                objects.add(object);
            }
            case Biff.TXO -> {
                Optional<byte[]> text = TextObject.read(reader, counts, told);
                text.ifPresent(written -> replaceLast(object -> object.with(written)));
            }
            case Biff.BOF -> chart(reader);
            default -> bytes.add(reader);
        }
        chartExpected = reader.id() == Biff.OBJ;
    }

    private void replaceLast(java.util.function.UnaryOperator<SheetObject> change) {
        if (!objects.isEmpty()) {
            objects.set(objects.size() - 1, objects.getLast().map(change));
        }
    }

    private void chart(RecordReader reader) {
        RecordInput bof = reader.data();
        bof.u16();
        if (bof.u16() != SheetKind.CHART.begun()) {
            throw Refusal.of("xls.sheet-type", told.where("BOF"), "no chart");
        }
        RecordOutput out = new RecordOutput();
        charts.copy(reader, out);
        replaceLast(object -> object.behind(out.toByteArray()));
    }

    /** Says that no record of the drawing comes any more; whether there was one, and this is the first time. */
    boolean end() {
        if (ended || bytes.isEmpty() && objects.isEmpty()) {
            return false;
        }
        ended = true;
        DrawingBytes.Stamped stamped = bytes.stamped();
        if (stamped.count() != objects.size()) {
            throw Refusal.of(
                    "xls.drawing",
                    told.where("MsoDrawing"),
                    stamped.count() + " shapes, " + objects.size() + " objects");
        }
        block = drawings.read(stamped.content(), new ShapeHost(told, objects)).flatMap(this::kept);
        return true;
    }

    /** The drawing without shapes whose objects went. */
    private Optional<DrawingBlock> kept(Drawing drawing) {
        List<Record> children = new ArrayList<>();
        for (Record child : drawing.shapes().children()) {
            filtered(child, true).ifPresent(children::add);
        }
        Record.Container shapes =
                new Record.Container(drawing.shapes().type(), drawing.shapes().instance(), children);
        List<SheetObject> all = objects.stream()
                .map(object -> object.orElse(new SheetObject(0, false, new byte[0], Optional.empty())))
                .toList();
        return notes.isEmpty() && marks(shapes) == 0
                ? Optional.empty()
                : Optional.of(new DrawingBlock(new Drawing(drawing.index(), shapes), all));
    }

    /** A group goes with its first shape, which stands for it; that of the whole drawing stands for nothing. */
    private Optional<Record> filtered(Record record, boolean outermost) {
        if (!(record instanceof Record.Container container)) {
            return Optional.of(record);
        }
        if (container.type() == SHAPE) {
            return marked(container) ? Optional.of(record) : Optional.empty();
        }
        if (container.type() != GROUP) {
            return Optional.of(record);
        }
        List<Record> children = new ArrayList<>();
        for (int i = 0; i < container.children().size(); i++) {
            Record child = container.children().get(i);
            boolean whole = i == 0 && outermost;
            Optional<Record> kept = whole ? Optional.of(child) : filtered(child, false);
            if (kept.isEmpty() && i == 0) {
                return Optional.empty();
            }
            kept.ifPresent(children::add);
        }
        return Optional.of(new Record.Container(GROUP, container.instance(), children));
    }

    private boolean marked(Record.Container shape) {
        for (Record child : shape.children()) {
            if (child instanceof Record.Atom atom && atom.type() == Drawings.CLIENT_DATA) {
                objects.get(atom.mark() - 1).filter(SheetObject::note).ifPresent(object -> notes.add(object.id()));
                return true;
            }
        }
        return false;
    }

    private static int marks(Record record) {
        return switch (record) {
            case Record.Container container ->
                container.children().stream().mapToInt(SheetDrawing::marks).sum();
            case Record.Data data ->
                data.children().stream().mapToInt(SheetDrawing::marks).sum();
            case Record.Atom atom -> atom.mark() == 0 ? 0 : 1;
            case Record.Blob blob -> 0;
        };
    }

    Optional<DrawingBlock> block() {
        return block;
    }

    /** A comment of a cell ([MS-XLS] 2.4.179 Note), where its shape stays. */
    void note(RecordInput in, RecordOutput out) {
        int row = in.u16();
        int column = in.u16();
        int flags = in.u16() & 0x0002;
        int id = in.u16();
        int length = in.u16();
        String author = in.string(length);
        if (!in.ok() || !notes.contains(id)) {
            told.removed(options.removesComments() ? "review.comment" : "xls.record-value", "Note");
            return;
        }
        if (options.anonymizesAuthors() && !author.isEmpty()) {
            told.removed("metadata.author", "Note");
            author = "";
        }
        int begun = out.begin(Biff.NOTE);
        out.u16(row);
        out.u16(column);
        out.u16(flags);
        out.u16(id);
        out.u16(author.length());
        out.string(author);
        out.u8(0);
        out.end(begun);
        in.u8();
        if (in.tail()) {
            told.removed("xls.record-tail", "Note");
        }
    }
}
