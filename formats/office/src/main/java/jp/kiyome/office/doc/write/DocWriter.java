package jp.kiyome.office.doc.write;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.field.FieldMark;
import jp.kiyome.office.doc.file.NewParts;
import jp.kiyome.office.doc.model.Document;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.raw.Pace;
import jp.kiyome.office.doc.raw.Sttb;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.doc.table.Font;
import jp.kiyome.office.doc.text.Cp1252;
import jp.kiyome.office.doc.text.Lengths;
import jp.kiyome.office.doc.text.Section;
import jp.kiyome.office.doc.text.Story;

/** Writes a document in one way only: one piece of text, its formats, and every table in a fixed order. Not thread-safe. */
public final class DocWriter {

    private static final int COMPRESSED = 1 << 30;
    private static final Map<Story, String> FIELDS = Map.of(
            Story.MAIN, "PlcfFldMom",
            Story.HEADERS, "PlcfFldHdr",
            Story.FOOTNOTES, "PlcfFldFtn",
            Story.COMMENTS, "PlcfFldAtn",
            Story.ENDNOTES, "PlcfFldEdn",
            Story.BOXES, "PlcfFldTxbx",
            Story.HEADER_BOXES, "PlcffldHdrTxbx");

    private final Document document;
    private final NewParts parts;
    private final Session session;
    private final Lengths lengths;

    private DocWriter(Document document, Session session) {
        this.session = session;
        this.document = document;
        this.parts = new NewParts(document.fib(), document.password());
        this.lengths = document.body().lengths();
    }

    /** The streams by name. */
    public static Map<String, Content> write(Document document, Session session) {
        return new DocWriter(document, session).streams();
    }

    private Map<String, Content> streams() {
        boolean compressed = text();
        sections();
        new DrawingWriter(document, parts, session).write();
        FormatWriter formats = new FormatWriter(document, parts, compressed ? 1 : 2, session.budget());
        formats.characters(pictures());
        formats.paragraphs();
        part("Stshf", out -> document.styles()
                .write(out, document.fib().version().later()));
        new NoteWriter(document, parts, new Pace(session.budget())).write();
        headers();
        for (Story story : Story.values()) {
            fields(story, document.fields().getOrDefault(story, List.of()));
        }
        new BookmarkWriter(document, parts).write();
        tables();
        clx(compressed);
        return parts.finish(lengths, !document.pictures().isEmpty());
    }

    private void part(String pair, Consumer<Out> writes) {
        Out out = new Out();
        writes.accept(out);
        parts.part(pair, out.bytes());
    }

    /** Compressed where every character can be. */
    private boolean text() {
        char[] text = document.body().text();
        boolean compressed = true;
        for (int i = 0; i < text.length && compressed; i++) {
            compressed = Cp1252.encode(text[i]) >= 0;
        }
        byte[] bytes = new byte[compressed ? text.length : text.length * 2];
        for (int i = 0; i < text.length; i++) {
            if (compressed) {
                bytes[i] = (byte) Cp1252.encode(text[i]);
            } else {
                bytes[2 * i] = (byte) text[i];
                bytes[2 * i + 1] = (byte) (text[i] >> 8);
            }
        }
        parts.word.bytes(bytes);
        return compressed;
    }

    private void sections() {
        Out places = new Out().i32(0);
        Out descriptors = new Out();
        for (Section section : document.sections()) {
            byte[] format = Sprm.written(section.sprms());
            places.i32(section.to());
            descriptors.u16(0).i32(parts.word.align(2).size()).u16(0).i32(-1);
            parts.word.u16(format.length).bytes(format);
        }
        if (!document.sections().isEmpty()) {
            parts.part("PlcfSed", places.bytes(descriptors.bytes()).bytes());
        }
    }

    private Map<Integer, Integer> pictures() {
        Map<Integer, Integer> offsets = new TreeMap<>();
        document.pictures().forEach((place, picture) -> {
            offsets.put(place, parts.data.size());
            parts.data.bytes(picture).align(4);
        });
        return offsets;
    }

    private void headers() {
        if (!document.headers().isEmpty()) {
            part("PlcfHdd", out -> document.headers().forEach(out::i32));
        }
    }

    private void fields(Story story, List<FieldMark> marks) {
        if (!marks.isEmpty()) {
            part(FIELDS.getOrDefault(story, ""), out -> {
                marks.forEach(mark -> out.i32(mark.place()));
                out.i32(lengths.of(story));
                marks.forEach(mark -> out.u8(mark.kind()).u8(mark.what()));
            });
        }
    }

    private void tables() {
        part("SttbfFfn", out -> Font.writeAll(out, document.fonts()));
        parts.part("Dop", document.settings());
        if (!document.changeAuthors().isEmpty()) {
            part("SttbfRMark", out -> Sttb.write(out, document.changeAuthors()));
        }
        if (!document.lists().definitions().isEmpty()) {
            Out lists = new Out();
            document.lists().writeDefinitions(lists);
            parts.part("PlfLst", lists.bytes(), document.lists().counted());
        }
        if (!document.lists().uses().isEmpty()) {
            part("PlfLfo", document.lists()::writeUses);
        }
    }

    /** One piece ([MS-DOC] 2.8.35). */
    private void clx(boolean compressed) {
        int offset = compressed ? NewParts.TEXT * 2 | COMPRESSED : NewParts.TEXT;
        part("Clx", out -> out.u8(2)
                .i32(16)
                .i32(0)
                .i32(lengths.total())
                .u16(0)
                .i32(offset)
                .u16(0));
    }
}
