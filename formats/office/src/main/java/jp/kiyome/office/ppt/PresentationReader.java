package jp.kiyome.office.ppt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.escher.DrawingSet;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;

/** Reads the newest edit of a presentation: its document, and the pages that the document lists. Not thread-safe. */
final class PresentationReader {

    static final String STREAM = "PowerPoint Document";

    private static final int SHARED_BY_DRAWINGS = 0xF000;
    private static final int MASTERS = 1;
    private static final int NOTES_MASTER_AT = 24;
    private static final int HANDOUT_AT = 28;

    private final Session session;
    private final Content stream;
    private final Edits edits;
    private final Pictures pictures;
    private final DrawingSet drawings;
    private final PptHost host;
    private final List<Page> pages = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();

    PresentationReader(Session session, Content stream, Edits edits, Pictures pictures, DrawingSet drawings) {
        this.session = session;
        this.stream = stream;
        this.edits = edits;
        this.pictures = pictures;
        this.drawings = drawings;
        this.host = new PptHost(session, drawings);
    }

    Presentation read() {
        edits.encryption().ifPresent(this::object);
        RawRecord raw = object(edits.document())
                .filter(record ->
                        record.type() == PptType.DOCUMENT && record.head().container())
                .orElseThrow(() -> Refusal.of("ppt.structure", "DocumentContainer"));
        List<RawRecord> children = raw.children(session.budget()).stream()
                .sorted(Comparator.comparingInt(PresentationReader::first))
                .toList();
        children.stream().filter(child -> child.type() == PptType.DRAWING_GROUP).forEach(this::shared);
        List<Record> kept = new ArrayList<>();
        for (RawRecord child : children) {
            host.object(child, "DocumentContainer", DOCUMENT)
                    .filter(PresentationReader::says)
                    .ifPresent(kept::add);
        }
        Record.Atom settings = kept.stream()
                .filter(record -> record.type() == PptType.DOCUMENT_ATOM)
                .map(Record.Atom.class::cast)
                .findFirst()
                .orElseThrow(() -> Refusal.of("ppt.structure", "DocumentAtom"));
        List<Record> listed = lists(kept, true);
        int notesMaster = single(settings.i32(NOTES_MASTER_AT), PptType.NOTES, "NotesContainer");
        int handout = single(settings.i32(HANDOUT_AT), PptType.HANDOUT, "HandoutContainer");
        listed = lists(listed, false);
        loose();
        return new Presentation(new Record.Container(PptType.DOCUMENT, 0, listed), pages, notesMaster, handout);
    }

    private static final List<String> DOCUMENT = List.of(
            "DocumentAtom",
            "ExObjListContainer",
            "DocumentTextInfoContainer",
            "DrawingGroupContainer",
            "SlideListWithTextContainer",
            "DocInfoListContainer",
            "HeadersFootersContainer",
            "SlideShowDocInfoAtom",
            "EndDocumentAtom");

    /** Links and fonts are read before what points to them. */
    private static int first(RawRecord raw) {
        return switch (raw.type()) {
            case PptType.DOCUMENT_ATOM -> 0;
            case PptType.OBJECT_LIST -> 1;
            case PptType.TEXT_INFO -> 2;
            default -> 3;
        };
    }

    /** A list of objects without one, and a list of tags without one, say nothing. */
    private static boolean says(Record record) {
        return switch (record.type()) {
            case PptType.OBJECT_LIST ->
                ((Record.Container) record).children().stream().anyMatch(child -> child.type() == Hyperlinks.LINK);
            case PptType.DOC_INFO -> !((Record.Container) record).children().isEmpty();
            default -> true;
        };
    }

    private void shared(RawRecord group) {
        for (RawRecord child : group.children(session.budget())) {
            if (child.type() == SHARED_BY_DRAWINGS) {
                drawings.group(child, pictures, host);
            } else {
                host.found("record.place", Action.REMOVED, "DrawingGroupContainer", "");
            }
        }
    }

    /** Reads the pages of the masters, or of everything else, and leaves out of the lists what is not there. */
    private List<Record> lists(List<Record> children, boolean masters) {
        List<Record> kept = new ArrayList<>();
        for (Record child : children) {
            boolean here = child.type() == PptType.SLIDE_LIST && child.instance() == MASTERS == masters;
            kept.add(here ? list((Record.Container) child) : child);
        }
        return kept;
    }

    private Record list(Record.Container list) {
        List<Record> kept = new ArrayList<>();
        boolean there = false;
        List<Record> children = list.children();
        for (int i = 0; i < children.size(); i++) {
            Record record = children.get(i);
            if (record instanceof Record.Atom atom && atom.type() == PptType.SLIDE_PERSIST) {
                host.outline(texts(children.subList(i + 1, children.size())));
                there = page(atom.i32(0), list.instance());
            }
            if (there) {
                kept.add(record);
            }
        }
        return new Record.Container(list.type(), list.instance(), kept);
    }

    /** How many characters each text has that stands behind a page in the list ([MS-PPT] 2.4.14.3), up to the next page. */
    private static List<Integer> texts(List<Record> behind) {
        List<Integer> lengths = new ArrayList<>();
        for (Record record : behind) {
            switch (record.type()) {
                case PptType.SLIDE_PERSIST -> {
                    return lengths;
                }
                case PptType.TEXT_HEADER -> lengths.add(0);
                case PptType.TEXT_CHARS -> last(lengths, (int) record.size() / 2);
                case PptType.TEXT_BYTES -> last(lengths, (int) record.size());
                default -> {}
            }
        }
        return lengths;
    }

    private static void last(List<Integer> lengths, int length) {
        if (!lengths.isEmpty()) {
            lengths.set(lengths.size() - 1, length);
        }
    }

    private boolean page(int number, int list) {
        return switch (list) {
            case 0 -> page(number, Set.of(PptType.SLIDE), "SlideContainer");
            case MASTERS ->
                page(number, Set.of(PptType.MASTER, PptType.SLIDE), "MainMasterContainer", "SlideContainer");
            default -> page(number, Set.of(PptType.NOTES), "NotesContainer");
        };
    }

    private int single(int number, int type, String name) {
        host.outline(List.of());
        return number != 0 && page(number, Set.of(type), name) ? number : 0;
    }

    private boolean page(int number, Set<Integer> types, String... names) {
        Optional<RawRecord> raw = object(number).filter(found -> types.contains(found.type()));
        Optional<Record> kept = raw.isEmpty() || !taken.add(number)
                ? Optional.empty()
                : host.object(raw.get(), names[0] + " " + number, List.of(names));
        if (kept.isEmpty()) {
            session.found(Finding.of(
                    "ppt.missing-slide",
                    Action.REMOVED,
                    Location.ofPart("DocumentContainer").at(names[0])));
            return false;
        }
        pages.add(new Page(number, (Record.Container) kept.get(), host.drawing()));
        return true;
    }

    private Optional<RawRecord> object(int number) {
        Optional<RawRecord> found = edits.object(stream, number);
        found.ifPresent(edits.used()::add);
        return found;
    }

    /** What the present edit does not reach. */
    private void loose() {
        if (edits.count() > 1) {
            session.found(Finding.of(
                    "ppt.old-edit", Action.REMOVED, Location.ofPart(STREAM), Integer.toString(edits.count() - 1)));
        }
        if (edits.used().leaves(stream)) {
            session.found(Finding.of("ppt.loose-bytes", Action.REMOVED, Location.ofPart(STREAM)));
        }
    }
}
