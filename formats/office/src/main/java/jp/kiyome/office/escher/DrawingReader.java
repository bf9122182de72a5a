package jp.kiyome.office.escher;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.Numbers;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordFilter;
import jp.kiyome.office.record.RecordHost;
import jp.kiyome.office.record.RecordTable;

/** Reads drawings: containers and atoms by the table, shapes, properties and identities by code. Not thread-safe. */
final class DrawingReader implements RecordHost {

    static final int DRAWING = 0xF002;
    static final int GROUP = 0xF003;
    static final int SHAPE = 0xF004;
    static final int COUNTS = 0xF008;
    static final int IDENTITY = 0xF00A;

    private static final RecordTable TABLE = RecordTable.beside(DrawingReader.class, "art-records.allow");

    private static final List<String> IN_SHAPE = List.of(
            "OfficeArtFSPGR",
            "OfficeArtFSP",
            "OfficeArtFOPT",
            "OfficeArtSecondaryFOPT",
            "OfficeArtTertiaryFOPT",
            "OfficeArtChildAnchor",
            "OfficeArtClientAnchor",
            "OfficeArtClientData",
            "OfficeArtClientTextbox");

    private static final int DELETED = 0x008;
    private static final int IS_OLE = 0x010;
    private static final int ALL_FLAGS = 0xFFF;

    private final Budget budget;
    private final DrawingHost host;
    private final PictureStore pictures;
    private final ShapeIds ids;

    DrawingReader(Budget budget, DrawingHost host, PictureStore pictures, ShapeIds ids) {
        this.budget = budget;
        this.host = host;
        this.pictures = pictures;
        this.ids = ids;
    }

    /** Reads one record that stands where {@code names} may. */
    Optional<Record> read(RawRecord raw, String... names) {
        return new RecordFilter(TABLE, this).one(raw, List.of(names));
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public void found(String code, Action action, String record, String detail) {
        host.found(code, action, record, detail);
    }

    @Override
    public Optional<Record> coded(String codec, RawRecord raw, RecordFilter filter) {
        return switch (codec) {
            case "shape" -> shape(raw, filter);
            case "identity" -> identity(raw);
            case "properties" -> Properties.copy(raw, host, pictures);
            case "client" -> host.client(raw);
            case "drawing" -> Optional.empty();
            default -> throw new IllegalStateException("no codec: " + codec);
        };
    }

    private Optional<Record> shape(RawRecord raw, RecordFilter filter) {
        List<RawRecord> children = raw.children(budget);
        Optional<RawRecord> identity = children.stream()
                .filter(child -> child.type() == IDENTITY && child.body().size() >= 8)
                .findFirst();
        if (identity.isEmpty()) {
            return gone(raw, "escher.no-identity");
        }
        if ((Numbers.i32(identity.get().bytes(), 4) & DELETED) != 0) {
            return gone(raw, "escher.deleted-shape");
        }
        Set<Integer> once = new HashSet<>();
        List<RawRecord> firsts = children.stream()
                .filter(child -> once.add(child.type()) || again(child))
                .toList();
        List<Record> kept = filter.all(firsts, IN_SHAPE);
        boolean known = kept.stream().anyMatch(child -> child.type() == IDENTITY);
        return known ? Optional.of(new Record.Container(SHAPE, 0, kept)) : Optional.empty();
    }

    private boolean again(RawRecord child) {
        host.found("record.duplicate", Action.REMOVED, TABLE.name(child.type()), "");
        return false;
    }

    private Optional<Record> gone(RawRecord raw, String code) {
        host.found(code, Action.REMOVED, TABLE.name(raw.type()), "");
        host.dropped(raw);
        return Optional.empty();
    }

    private Optional<Record> identity(RawRecord raw) {
        byte[] body = raw.bytes();
        int flags = Numbers.i32(body, 4) & ALL_FLAGS & ~IS_OLE;
        NumberWriter out =
                new NumberWriter().i32(ids.ticket(Numbers.i32(body, 0))).i32(flags);
        if ((Numbers.i32(body, 4) & ~ALL_FLAGS) != 0) {
            host.found("record.undefined-field", Action.CHANGED, "OfficeArtFSP", "");
        }
        if (body.length > out.size()) {
            host.found("record.slack", Action.REMOVED, "OfficeArtFSP", "");
        }
        return Optional.of(new Record.Atom(2, IDENTITY, raw.head().instance(), out.bytes()));
    }
}
