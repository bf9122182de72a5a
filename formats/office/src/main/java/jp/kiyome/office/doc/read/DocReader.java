package jp.kiyome.office.doc.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.field.FieldMark;
import jp.kiyome.office.doc.field.FieldWalk;
import jp.kiyome.office.doc.file.Fib;
import jp.kiyome.office.doc.file.Parts;
import jp.kiyome.office.doc.model.Comment;
import jp.kiyome.office.doc.model.Document;
import jp.kiyome.office.doc.model.Notes;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.raw.Sttb;
import jp.kiyome.office.doc.sprm.Bounds;
import jp.kiyome.office.doc.sprm.SprmFilter;
import jp.kiyome.office.doc.table.Font;
import jp.kiyome.office.doc.table.ListTable;
import jp.kiyome.office.doc.table.Settings;
import jp.kiyome.office.doc.table.StyleSheet;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.BodyReader;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Lengths;
import jp.kiyome.office.doc.text.Story;
import jp.kiyome.office.value.Visible;

/** Reads a document and leaves out what may not stay. Not thread-safe. */
public final class DocReader {

    private static final int MOST_AUTHORS = 0x7FFF;

    private final Parts parts;
    private final Fib fib;
    private final byte[] table;
    private final Session session;
    private final DocOptions options;
    private final Body body;
    private final Edit edit;

    private DocReader(Parts parts, Session session) {
        this.parts = parts;
        this.fib = parts.fib();
        this.table = parts.table();
        this.session = session;
        this.options = new DocOptions(session.policy());
        if (fib.lengths().of(Story.MAIN) == 0) {
            throw Refusal.of("doc.broken", Location.ofPart("WordDocument"), "no text");
        }
        BodyReader.Tables tables = new BodyReader.Tables(
                fib.part(table, "Clx"), fib.part(table, "PlcfBteChpx"), fib.part(table, "PlcfBtePapx"));
        this.body = BodyReader.read(parts.word(), parts.data(), tables, fib.lengths(), session.budget());
        this.edit = new Edit(body);
    }

    public static Document read(Parts parts, Session session) {
        return new DocReader(parts, session).document();
    }

    private Document document() {
        NoteReader footnotes = notes(Story.FOOTNOTES, "PlcffndRef", "PlcffndTxt", 2);
        NoteReader endnotes = notes(Story.ENDNOTES, "PlcfendRef", "PlcfendTxt", 2);
        NoteReader remarks = notes(Story.COMMENTS, "PlcfandRef", "PlcfandTxt", 30);
        DrawingReader drawings = new DrawingReader(parts, body, session);
        Characters characters = new Characters(body, edit, session);
        footnotes.tell(characters);
        endnotes.tell(characters);
        remarks.tell(characters);
        drawings.anchors().forEach(characters::marksAt);
        characters.decide();
        Map<Story, List<FieldMark>> fields = fields();
        review(remarks);
        drawings.dropBoxes(edit);
        List.of(footnotes, endnotes, remarks).forEach(notes -> notes.dropUnmarked(edit));
        Map<Integer, byte[]> pictures = new InlinePictures(parts.data(), session).rebuilt(characters.pictures(), edit);
        Body edited = edit.apply();
        return assembled(edited, footnotes, endnotes, remarks, fields, pictures, drawings);
    }

    private Document assembled(
            Body edited,
            NoteReader footnotes,
            NoteReader endnotes,
            NoteReader remarks,
            Map<Story, List<FieldMark>> fields,
            Map<Integer, byte[]> pictures,
            DrawingReader drawings) {
        List<Font> fonts = Font.readAll(fib.part(table, "SttbfFfn"), this::badFont);
        List<String> authors = authors();
        SprmFilter filter = new SprmFilter(
                new Bounds(
                        StyleSheet.count(fib.part(table, "Stshf")),
                        fonts.size(),
                        ListTable.uses(fib.part(table, "PlfLfo")),
                        authors.size()),
                session);
        Lengths lengths = edited.lengths();
        Formatted formatted = new Formatted(filter, options.acceptsChanges(), lengths.of(Story.MAIN));
        CommentReader comments = new CommentReader(remarks, fib, table, options.anonymizesAuthors());
        List<Comment> kept = comments.comments(edit, lengths.start(Story.COMMENTS));
        return new Document(
                fib,
                parts.password(),
                formatted.body(edited),
                formatted.sections(parts, edit),
                StyleSheet.read(fib.part(table, "Stshf"), filter),
                fonts,
                ListTable.read(fib.from(table, "PlfLst"), fib.part(table, "PlfLfo"), filter),
                Settings.rebuilt(settings(), fib.version().settingsSize()),
                authors,
                new Notes(footnotes.notes(edit, lengths.start(Story.FOOTNOTES)).notes()),
                new Notes(endnotes.notes(edit, lengths.start(Story.ENDNOTES)).notes()),
                kept,
                headers(lengths),
                Bookmarks.read(fib, table, edit, body.text().length),
                mapped(fields, lengths),
                mapped(pictures),
                drawings.drawings(edit, lengths));
    }

    private NoteReader notes(Story story, String marks, String texts, int size) {
        return new NoteReader(body, story, Plc.read(fib.part(table, marks), size), Plc.read(fib.part(table, texts), 0));
    }

    private byte[] settings() {
        return fib.part(table, "Dop").bytes(fib.size("Dop"));
    }

    private Map<Story, List<FieldMark>> fields() {
        FieldWalk walk = new FieldWalk(body, edit, new FormData(body, parts.data()), session);
        Map<Story, List<FieldMark>> fields = new EnumMap<>(Story.class);
        for (Story story : Story.values()) {
            fields.put(story, walk.walk(story));
        }
        return fields;
    }

    private void review(NoteReader remarks) {
        if (options.acceptsChanges()) {
            Review.accept(body, edit, session);
        }
        if (options.removesComments() && remarks.count() > 0) {
            for (int i = 0; i < remarks.count(); i++) {
                edit.drop(remarks.mark(i));
            }
            session.found(Finding.of("review.comment", Action.REMOVED, Location.ofPart("WordDocument")));
        }
    }

    private List<String> authors() {
        List<String> authors = new ArrayList<>();
        for (String name : Sttb.read(fib.part(table, "SttbfRMark")).strings()) {
            boolean fits = Visible.all(name) && name.length() <= 255 && !options.anonymizesAuthors();
            authors.add(fits ? name : "");
        }
        return authors.size() > MOST_AUTHORS ? authors.subList(0, MOST_AUTHORS) : authors;
    }

    private boolean badFont(String name) {
        session.found(Finding.of("doc.font-name", Action.CHANGED, Location.ofPart("SttbfFfn"), name));
        return true;
    }

    private List<Integer> headers(Lengths lengths) {
        List<Integer> headers = new ArrayList<>();
        if (lengths.of(Story.HEADERS) == 0) {
            return headers;
        }
        int before = body.lengths().start(Story.HEADERS);
        for (int place : Plc.read(fib.part(table, "PlcfHdd"), 0).places()) {
            int within = Math.min(place, body.lengths().of(Story.HEADERS));
            headers.add(edit.map(before + within) - lengths.start(Story.HEADERS));
        }
        return headers;
    }

    private Map<Story, List<FieldMark>> mapped(Map<Story, List<FieldMark>> fields, Lengths lengths) {
        Map<Story, List<FieldMark>> mapped = new EnumMap<>(Story.class);
        fields.forEach((story, marks) -> mapped.put(
                story,
                marks.stream()
                        .filter(mark -> !edit.isDropped(mark.place()))
                        .map(mark ->
                                new FieldMark(edit.map(mark.place()) - lengths.start(story), mark.kind(), mark.what()))
                        .toList()));
        return mapped;
    }

    private Map<Integer, byte[]> mapped(Map<Integer, byte[]> pictures) {
        Map<Integer, byte[]> mapped = new TreeMap<>();
        pictures.forEach((place, picture) -> {
            if (!edit.isDropped(place)) {
                mapped.put(edit.map(place), picture);
            }
        });
        return mapped;
    }
}
