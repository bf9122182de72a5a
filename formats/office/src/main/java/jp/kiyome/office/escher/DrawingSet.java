package jp.kiyome.office.escher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordTable;

/**
 * The drawings of one file ([MS-ODRAW] 2.2.12, 2.2.13), from what they share to what is written. The way is always
 *
 * <ol>
 *   <li>{@link #group} with what the drawings share, then {@link #read} for each drawing;
 *   <li>{@link #settle} for each drawing that stays, in the order of the output: shapes get their numbers, pictures are rebuilt;
 *   <li>{@link #written} for each of these, and {@link #group(PicturePlace)} for what they share.
 * </ol>
 *
 * Pictures go through {@link Session#child}; what cannot be rebuilt becomes a blank. Not thread-safe.
 */
public final class DrawingSet {

    private static final RecordTable TABLE = RecordTable.beside(DrawingSet.class, "art-group.allow");

    private static final int GROUP = 0xF000;
    private static final int COUNTS = 0xF006;
    private static final int MENU_COLOURS = 0xF11E;
    /** What a new file of Office has there; no reader draws with them. */
    private static final int[] NEW_MENU_COLOURS = {0x0800_000D, 0x0800_000C, 0x0800_0017, 0x1000_00F7};

    private final Session session;
    private final Location where;
    private final ShapeIds ids = new ShapeIds();
    private PictureStore pictures;
    private List<Record> defaults = List.of();
    private final List<Integer> numbers = new ArrayList<>();

    /** @param where the part of the file that drawings stand in, for findings */
    public DrawingSet(Session session, Location where) {
        this.session = session;
        this.where = where;
        this.pictures = new PictureStore(session, where, PictureSource.NONE);
    }

    /**
     * Reads what the drawings share: an OfficeArtDggContainer.
     *
     * @param source of pictures that do not stand in it
     */
    public void group(RawRecord raw, PictureSource source, DrawingHost host) {
        pictures = new PictureStore(session, where, source);
        defaults = new GroupReader(session.budget(), host, pictures).read(raw, TABLE);
    }

    /** Reads an OfficeArtDgContainer; empty where it cannot stay, and then the host was told why. */
    public Optional<Drawing> read(RawRecord raw, DrawingHost host) {
        int index = ids.begin();
        numbers.add(0);
        return new DrawingReader(session.budget(), host, pictures, ids)
                .read(raw, "OfficeArtDgContainer")
                .map(record -> new Drawing(index, (Record.Container) record));
    }

    /** Says that a drawing stays. */
    public void settle(Drawing drawing) {
        List<Integer> tickets = new ArrayList<>();
        tickets(drawing.shapes(), tickets);
        numbers.set(drawing.index(), ids.settle(tickets));
    }

    private static void tickets(Record record, List<Integer> tickets) {
        switch (record) {
            case Record.Container container -> container.children().forEach(child -> tickets(child, tickets));
            case Record.Data data -> {}
            case Record.Atom atom when atom.type() == DrawingReader.IDENTITY -> tickets.add(atom.i32(0));
            case Record.Atom atom -> {}
            case Record.Blob blob -> {}
        }
    }

    /** The drawing with the numbers of all that it points to. Asked once for each drawing, after all were settled. */
    public Record.Container written(Drawing drawing) {
        List<Integer> tickets = new ArrayList<>();
        tickets(drawing.shapes(), tickets);
        int last = tickets.isEmpty() ? 0 : ids.ofTicket(tickets.getLast());
        byte[] counts = new NumberWriter().i32(tickets.size()).i32(last).bytes();
        List<Record> children = new ArrayList<>();
        children.add(new Record.Atom(0, DrawingReader.COUNTS, numbers.get(drawing.index()), counts));
        drawing.shapes().children().forEach(child -> children.add(numbered(drawing.index(), child)));
        return new Record.Container(DrawingReader.DRAWING, 0, children);
    }

    /** A record that stands beside a drawing and points into it, with its numbers. */
    public Record numbered(int drawing, Record record) {
        return switch (record) {
            case Record.Container container ->
                new Record.Container(
                        container.type(),
                        container.instance(),
                        container.children().stream()
                                .map(child -> numbered(drawing, child))
                                .toList());
            case Record.Data data -> data;
            case Record.Atom atom
            when atom.type() == DrawingReader.IDENTITY -> atom.with(0, 4, ids.ofTicket(atom.i32(0)));
            case Record.Atom atom -> numbered(drawing, atom);
            case Record.Blob blob -> blob;
        };
    }

    private Record.Atom numbered(int drawing, Record.Atom atom) {
        Record.Atom numbered = atom;
        for (Record.Reference reference : atom.references()) {
            int old = atom.i32(reference.at());
            int now =
                    switch (reference.target()) {
                        case SHAPE -> ids.ofOld(drawing, old);
                        case PICTURE -> pictures.show(old);
                    };
            numbered = numbered.with(reference.at(), 4, now);
        }
        return numbered;
    }

    /** The new number of a shape that a format points to by its old one; 0 where it is gone. */
    public int shape(Drawing drawing, int old) {
        return ids.ofOld(drawing.index(), old);
    }

    /** What the drawings share, to be written after every one of them was asked for. */
    public Record.Container group(PicturePlace place) {
        List<Record> properties =
                defaults.stream().map(record -> numbered(-1, record)).toList();
        pictures.reportUnused();
        List<Record> children = new ArrayList<>();
        children.add(counts());
        pictures.table(place).ifPresent(children::add);
        children.addAll(properties);
        NumberWriter colours = new NumberWriter();
        for (int colour : NEW_MENU_COLOURS) {
            colours.i32(colour);
        }
        children.add(new Record.Atom(0, MENU_COLOURS, NEW_MENU_COLOURS.length, colours.bytes()));
        return new Record.Container(GROUP, 0, children);
    }

    private Record counts() {
        NumberWriter out = new NumberWriter()
                .i32(ids.bound())
                .i32(ids.clusters().size() + 1)
                .i32(ids.shapes())
                .i32(ids.drawings());
        ids.clusters().forEach(cluster -> out.i32(cluster.drawing()).i32(cluster.used()));
        return new Record.Atom(0, COUNTS, 0, out.bytes());
    }
}
