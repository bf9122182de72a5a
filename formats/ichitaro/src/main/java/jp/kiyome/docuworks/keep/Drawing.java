package jp.kiyome.docuworks.keep;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.docuworks.element.Element;
import jp.kiyome.docuworks.element.Elements;
import jp.kiyome.docuworks.element.Numbers;
import jp.kiyome.docuworks.file.XdwFile;
import jp.kiyome.docuworks.file.XdwWriter;

/** What an object shows: fields, and a drawing or a picture that goes the way of pictures. One file, one thread. */
final class Drawing {

    private static final int DATA = 0x86;
    private static final int SIZE = 0x81;
    private static final int STORED = 0x89;
    private static final int PACKED = 0x8A;

    /** Numbers that say how large a drawing is and where it is from, in the order in which they are written. */
    private static final List<Integer> BEFORE = List.of(0x83, 0x84, 0x85, 0x87, 0x88, 0x8B, 0x8C, 0x8D, 0x90, 0x91);

    private final Session session;
    private final DwRecords dw;

    Drawing(Session session) {
        this.session = session;
        this.dw = new DwRecords(session);
    }

    /** The body anew; empty where the drawing cannot be rebuilt, which is a finding. */
    Optional<Content> rebuilt(Content body, String where) {
        List<Element> fields = body.size() > 0 && body.byteAt(0) == 0x80 ? Element.all(body) : List.of();
        Optional<Element> data = Element.find(fields, DATA);
        long kind = Element.find(fields, 0x80).map(Element::signed).orElse(0L);
        if (data.isEmpty()) {
            return gone(where, "without data");
        }
        boolean dib = kind == 7;
        boolean packed = !dib && isPacked(fields, data.get().value());
        Content plain = packed
                ? XdwFile.unpack(data.get().value(), size(fields), session, where)
                : data.get().value();
        Optional<Content> clean =
                switch ((int) kind) {
                    case 1 -> child(plain, "drawing.wmf", "wmf");
                    case 4 -> emf(plain);
                    case 5 -> child(plain, "picture.jpg", "jpeg");
                    case 7 -> new Dib(session).rebuilt(plain, size(fields));
                    default -> Optional.empty();
                };
        return clean.isEmpty() ? gone(where, "kind " + kind) : clean.map(made -> body(fields, kind, made, packed));
    }

    private static long size(List<Element> fields) {
        return Element.find(fields, SIZE)
                .map(field -> Numbers.unsigned(field.bytes()))
                .orElse(0L);
    }

    /** Drawings in the tree do not say that they are packed, but are when they grow. */
    private static boolean isPacked(List<Element> fields, Content data) {
        Optional<Element> says = Element.find(fields, PACKED);
        return says.map(field -> field.signed() == 1).orElse(size(fields) > data.size());
    }

    private Optional<Content> emf(Content plain) {
        Content marked = dw.marked(plain);
        return child(marked, "drawing.emf", "emf").map(dw::unmarked);
    }

    private Optional<Content> child(Content content, String name, String type) {
        return switch (session.child(name, content, Set.of(type))) {
            case Nested.Clean clean -> Optional.of(clean.content());
            case Nested.Refused refused -> Optional.empty();
        };
    }

    private Content body(List<Element> fields, long kind, Content data, boolean packed) {
        Content stored = packed ? XdwWriter.packed(data, session) : data;
        // A drawing that does not get smaller is stored as it is.
        boolean smaller = packed && stored.size() < data.size();
        Content kept = smaller ? stored : data;
        Elements out = new Elements().number(0x80, kind);
        out.number(SIZE, kind == 7 ? Dib.head(data) : data.size());
        for (int tag : BEFORE) {
            Element.find(fields, tag)
                    .filter(field -> field.value().size() >= 1 && field.value().size() <= 8)
                    .ifPresent(field -> out.number(tag, field.signed()));
        }
        out.number(STORED, kept.size());
        if (Element.find(fields, PACKED).isPresent()) {
            out.number(PACKED, smaller ? 1 : 0);
        }
        Sink sink = session.scratch();
        byte[] head = out.raw(Elements.head(0x80, 6, kept.size())).toArray();
        sink.write(head, 0, head.length);
        ((ByteTarget) sink::write).pass(kept);
        return sink.finish();
    }

    /** A picture that a drawing shows: 16 bytes with its sizes, then JPEG. */
    Optional<Content> picture(Content body, String where) {
        if (body.size() <= 16) {
            return gone(where, "a picture of " + body.size() + " bytes");
        }
        Optional<Content> clean = child(body.slice(16, body.size() - 16), "picture.jpg", "jpeg");
        if (clean.isEmpty()) {
            return gone(where, "picture");
        }
        Sink sink = session.scratch();
        byte[] head = new byte[16];
        body.copy(8, head, 8, 8);
        long size = clean.get().size() + 16;
        for (int i = 0; i < 4; i++) {
            head[i] = (byte) (size >> 8 * i);
        }
        sink.write(head, 0, head.length);
        ((ByteTarget) sink::write).pass(clean.get());
        return Optional.of(sink.finish());
    }

    private Optional<Content> gone(String where, String why) {
        session.found(Finding.of("docuworks.drawing", Action.REMOVED, Location.ofPart(where), why));
        return Optional.empty();
    }

    static byte[] bytes(Content content) {
        byte[] bytes = new byte[(int) content.size()];
        content.copy(0, bytes, 0, bytes.length);
        return bytes;
    }

    static Content of(byte[] bytes) {
        return HeapContent.of(bytes);
    }
}
