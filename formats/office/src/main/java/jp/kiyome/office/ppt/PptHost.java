package jp.kiyome.office.ppt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.escher.Drawing;
import jp.kiyome.office.escher.DrawingHost;
import jp.kiyome.office.escher.DrawingSet;
import jp.kiyome.office.record.Layout;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordFilter;
import jp.kiyome.office.record.RecordHost;
import jp.kiyome.office.record.RecordTable;

/** Knows what the tables of records and drawings leave to PowerPoint. Not thread-safe. */
final class PptHost implements RecordHost, DrawingHost {

    static final RecordTable TABLE = RecordTable.beside(PptHost.class, "ppt-records.allow");

    private static final int CLIENT_ANCHOR = 0xF010;
    private static final int CLIENT_DATA = 0xF011;
    private static final int DRAWING = 0xF002;

    private static final Layout SMALL_ANCHOR = Layout.parse(List.of("i16[4]"));
    private static final Layout LARGE_ANCHOR = Layout.parse(List.of("i32[4]"));

    private static final List<String> IN_CLIENT_DATA = List.of(
            "PlaceholderAtom",
            "ShapeFlagsAtom",
            "ShapeFlags10Atom",
            "AnimationInfoContainer",
            "InteractiveInfoContainer",
            "ProgTagsContainer");

    private static final List<String> TEXT = List.of(
            "OutlineTextRefAtom",
            "TextHeaderAtom",
            "TextCharsAtom",
            "TextBytesAtom",
            "StyleTextPropAtom",
            "MasterTextPropAtom",
            "TextRulerAtom",
            "TextSpecialInfoAtom",
            "SlideNumberMCAtom",
            "DateTimeMCAtom",
            "GenericDateMCAtom",
            "HeaderMCAtom",
            "FooterMCAtom",
            "RTFDateTimeMCAtom",
            "InteractiveInfoContainer",
            "TextInteractiveInfoAtom");

    private static final List<String> SLIDE_LIST = append(TEXT, "SlidePersistAtom");

    private final Session session;
    private final DrawingSet drawings;
    private final Hyperlinks links = new Hyperlinks(this);
    private final Clicks clicks = new Clicks(this, links);
    private final TextRecords texts = new TextRecords(this);
    private final Tags tags = new Tags(this);
    private final Comments comments;
    private final RecordFilter filter = new RecordFilter(TABLE, this);
    private Optional<Drawing> drawing = Optional.empty();
    private String part = "DocumentContainer";

    PptHost(Session session, DrawingSet drawings) {
        this.session = session;
        this.drawings = drawings;
        this.comments = new Comments(this, session.policy());
    }

    private static List<String> append(List<String> names, String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return List.copyOf(all);
    }

    /** Filters one object; what is found is told with its name. */
    Optional<Record> object(RawRecord raw, String name, List<String> allowed) {
        part = name;
        drawing = Optional.empty();
        return filter.one(raw, allowed);
    }

    /** The texts that the list of slides has for the page that is filtered next: how many characters each has. */
    void outline(List<Integer> lengths) {
        texts.outline(lengths);
    }

    /** The drawing of the object filtered last. */
    Optional<Drawing> drawing() {
        return drawing;
    }

    @Override
    public Budget budget() {
        return session.budget();
    }

    @Override
    public void found(String code, Action action, String record, String detail) {
        session.found(Finding.of(code, action, Location.ofPart(part).at(record), detail));
    }

    @Override
    public void leadsTo(String address) {
        session.leadsTo(address);
    }

    @Override
    public Optional<Record> coded(String codec, RawRecord raw, RecordFilter inside) {
        return switch (codec) {
            case "slide-list" -> Optional.of(listed(raw, SLIDE_LIST));
            case "drawing-group" -> Optional.of(new Record.Container(raw.type(), 0, List.of()));
            case "drawing" -> drawing(raw);
            case "fonts" -> fonts(raw, inside);
            case "hyperlink" -> links.read(raw);
            case "click" -> clicks.read(raw);
            case "tags" -> tags.read(raw, inside);
            case "binary-tag" -> tags.binary(raw, inside);
            case "comment" -> comments.read(raw, inside);
            default -> texts.read(codec, raw, TABLE.name(raw.type()));
        };
    }

    /** Texts count the fonts of one collection (2.9.8): a second would be another count. */
    private Optional<Record> fonts(RawRecord raw, RecordFilter inside) {
        if (texts.hasFonts() || !raw.head().container()) {
            found("record.duplicate", Action.REMOVED, "FontCollectionContainer", "");
            return Optional.empty();
        }
        return Optional.of(
                new Record.Container(raw.type(), 0, inside.all(raw.children(budget()), List.of("FontEntityAtom"))));
    }

    private Optional<Record> drawing(RawRecord raw) {
        if (drawing.isPresent()) {
            found("record.duplicate", Action.REMOVED, "DrawingContainer", "");
            return Optional.empty();
        }
        for (RawRecord child : raw.children(budget())) {
            if (child.type() == DRAWING && drawing.isEmpty()) {
                drawing = drawings.read(child, this);
            } else {
                found("record.place", Action.REMOVED, TABLE.name(child.type()), "");
            }
        }
        return drawing.map(here -> new Record.Container(PptType.DRAWING, 0, List.of()));
    }

    /** Records of text beside each other: a range goes with the click that it is the range of, and the click with its range. */
    private Record listed(RawRecord raw, List<String> names) {
        List<Record> kept = new ArrayList<>();
        boolean clickGone = false;
        for (RawRecord child : raw.children(budget())) {
            boolean range = child.type() == PptType.CLICK_RANGE;
            if (range && clickGone) {
                clickGone = false;
                continue;
            }
            Optional<Record> one = filter.one(child, names);
            clickGone = child.type() == PptType.CLICK && one.isEmpty();
            if (range && one.isEmpty() && !kept.isEmpty() && kept.getLast().type() == PptType.CLICK) {
                kept.removeLast();
            }
            one.ifPresent(kept::add);
        }
        return new Record.Container(raw.type(), raw.head().instance(), kept);
    }

    @Override
    public Optional<Record> client(RawRecord raw) {
        if (raw.type() == CLIENT_ANCHOR) {
            return anchor(raw);
        }
        if (!raw.head().container()) {
            found("record.value", Action.REMOVED, "OfficeArtClient", "version");
            return Optional.empty();
        }
        Record kept = raw.type() == CLIENT_DATA
                ? new Record.Container(raw.type(), 0, filter.all(raw.children(budget()), IN_CLIENT_DATA))
                : listed(raw, TEXT);
        return ((Record.Container) kept).children().isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    /** A rectangle in two widths of numbers (2.7.1). */
    private Optional<Record> anchor(RawRecord raw) {
        NumberReader in = new NumberReader(raw.bytes());
        Layout.Copy copy = (raw.body().size() >= 16 ? LARGE_ANCHOR : SMALL_ANCHOR).copy(in);
        if (!in.ok()) {
            found("record.value", Action.REMOVED, "OfficeArtClientAnchor", "");
            return Optional.empty();
        }
        if (copy.slack()) {
            found("record.slack", Action.REMOVED, "OfficeArtClientAnchor", "");
        }
        return Optional.of(new Record.Atom(0, raw.type(), 0, copy.body()));
    }
}
