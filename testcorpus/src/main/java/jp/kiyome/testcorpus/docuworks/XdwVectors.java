package jp.kiyome.testcorpus.docuworks;

import static jp.kiyome.testcorpus.docuworks.Xdw.at;
import static jp.kiyome.testcorpus.docuworks.Xdw.named;
import static jp.kiyome.testcorpus.docuworks.Xdw.numbers;
import static jp.kiyome.testcorpus.docuworks.Xdw.text;
import static jp.kiyome.testcorpus.docuworks.Xdw.utf16;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Every hostile document of DocuWorks, and good ones. */
public final class XdwVectors {

    static final String SHOWN = "決裁済み";
    private static final String SECRET = "\\\\host.example.invalid\\share\\secret-x7";

    private XdwVectors() {}

    public static List<Vector> all() {
        return Stream.concat(kept().stream(), broken().stream().map(vector -> vector.ends(Ending.REFUSED)))
                .toList();
    }

    public static List<Sample> benign() {
        return List.of(
                sample("xdw-plain", "xdw", plain()),
                sample("xdw-blank", "xdw", end(start())),
                sample("xdw-jpeg-page", "xdw", end(jpegPage(start()))),
                sample("xdw-drawn-page", "xdw", end(drawnPage(start(), Pictures.emf()))),
                sample("xdw-path-page", "xdw", end(pathPage(start()))),
                sample("xdw-picture", "xdw", end(annotation(start(), 0x803F, at(7, Pictures.dib())))),
                sample("xdw-note", "xdw", end(note(start()))),
                sample("xdw-stamp", "xdw", end(stamp(start()))),
                sample("xbd-plain", "xbd", binder()));
    }

    static Xdw plain() {
        return end(textNote(jpegPage(start()), SHOWN));
    }

    static Xdw start() {
        return Xdw.of(Xdw.DOCUMENT)
                .record(0, 0xC013)
                .record(1, 0x1303, named("lastmid", 1))
                .record(2, 0x1301, named("lastmid", 2), numbers(5, 21000, 29700), numbers(3, 1));
    }

    static Xdw end(Xdw xdw) {
        return xdw.record(1, 0x1304).record(1, 0x1306).record(1, 0x1305);
    }

    static Xdw place(Xdw xdw) {
        return xdw.record(3, 0x1302, named("childdim", 5000, 4000), numbers(52, 1000, 2000));
    }

    static Xdw annotation(Xdw xdw, int kind, Xdw.Attribute... more) {
        Xdw.Attribute[] attributes = new Xdw.Attribute[more.length + 2];
        attributes[0] = numbers(3, 1);
        attributes[1] = numbers(5, 5000, 4000);
        System.arraycopy(more, 0, attributes, 2, more.length);
        return place(xdw).record(4, kind, attributes);
    }

    static Xdw textNote(Xdw xdw, String shown) {
        return annotation(
                xdw,
                0x8011,
                named("%hidden", 0),
                named("%Size", 120),
                text("%Face", "Arial\0".getBytes(StandardCharsets.US_ASCII)),
                utf16("%Text(w", shown),
                at(7, Pictures.packed(4, Pictures.emf())));
    }

    private static Xdw jpegPage(Xdw xdw) {
        Xdw.Attribute drawing = xdw.entry(7, Pictures.jpegPage());
        return annotation(xdw, 0x8010, named("cmp", 5), named("dpt", 24), drawing);
    }

    static Xdw drawnPage(Xdw xdw, byte[] emf) {
        return annotation(xdw, 0x8010, xdw.entry(7, Pictures.packed(4, emf)));
    }

    private static Xdw pathPage(Xdw xdw) {
        Xdw.Attribute drawing = xdw.entry(7, Pictures.packed(4, Pictures.emf(Pictures.path())));
        Xdw.Attribute picture = xdw.entry(301, Pictures.strip());
        return annotation(xdw, 0x8010, drawing, picture, at(300, new byte[] {1, 0, 0, 0}));
    }

    private static Xdw note(Xdw xdw) {
        Xdw note = annotation(xdw, 0x801A, named("FSN_COLOR", 65535), at(7, Pictures.body(4, Pictures.emf())));
        return note.record(5, 0x801A, numbers(52, 10, 10), named("childdim", 900, 900))
                .record(6, 0x8011, utf16("%Text(w", "付箋の文"), at(7, Pictures.body(4, Pictures.emf())));
    }

    private static Xdw stamp(Xdw xdw) {
        return annotation(
                xdw,
                0x8033,
                named("STAMPATT_COLOR", 255),
                utf16("STAMPATT_POST(w", "総務課"),
                text("STAMPATT_YEAR", "2026\0".getBytes(StandardCharsets.US_ASCII)),
                at(7, Pictures.body(4, Pictures.emf())));
    }

    private static Xdw binder() {
        return Xdw.of(Xdw.BINDER)
                .record(0, 0xC014, at(4, "帳票\0".getBytes(StandardCharsets.UTF_16LE)), named("%bindercolor", 2))
                .record(1, 0x1401, named("lastmid", 1))
                .record(2, 0x1402)
                .record(3, 0xC013, at(4, "a-1\0".getBytes(StandardCharsets.US_ASCII)), numbers(3, 1))
                .record(4, 0x1303, named("lastmid", 1))
                .record(5, 0x1301, numbers(5, 21000, 29700), numbers(3, 1))
                .record(4, 0x1304)
                .record(1, 0x1304);
    }

    private static List<Vector> kept() {
        byte[] old = end(textNote(start(), "secret-page")).segment(16);
        return List.of(
                vector("old-segment", xdw -> end(xdw).before(old)).finds("docuworks.history"),
                vector("unused-entry", xdw -> end(xdw).unusedEntry(secret()))
                        .finds("docuworks.unused-entry")
                        .loses(SECRET),
                vector("attachment", xdw -> xdw.record(1, 0x1304)
                                .record(1, 0x1306, xdw.entry(1000, secret()), text("nf", secret()))
                                .record(1, 0x1305))
                        .finds("docuworks.attachment", "docuworks.unused-entry")
                        .loses(SECRET),
                vector(
                                "ole",
                                xdw -> end(annotation(
                                        xdw,
                                        0x800F,
                                        text("%OLE_CLSID", secret()),
                                        at(7, Pictures.body(4, Pictures.emf())))))
                        .finds("docuworks.ole")
                        .loses(SECRET),
                vector(
                                "shape",
                                xdw -> end(annotation(
                                        xdw,
                                        0x8045,
                                        text("%annotation_customdata", secret()),
                                        at(7, Pictures.body(4, Pictures.emf())))))
                        .finds("docuworks.shape")
                        .loses(SECRET),
                vector("link", xdw -> end(annotation(xdw, 0xC02F, text("%Link", secret()))))
                        .finds("docuworks.link")
                        .loses(SECRET),
                vector("signature", xdw -> end(annotation(xdw, 0x8043, text("%spd", secret()))))
                        .finds("docuworks.signature")
                        .loses(SECRET),
                vector("kind", xdw -> end(annotation(xdw, 0x8099, text("%x", secret()))))
                        .finds("docuworks.object")
                        .loses(SECRET),
                vector(
                                "attribute",
                                xdw -> end(annotation(
                                        xdw,
                                        0x803D,
                                        text("%creator", secret()),
                                        at(7, Pictures.body(4, Pictures.emf())))))
                        .finds("docuworks.attribute")
                        .loses(SECRET),
                vector("hidden", xdw -> end(annotation(xdw, 0x8011, named("%hidden", 1), utf16("%Text(w", SECRET))))
                        .finds("docuworks.hidden")
                        .loses(SECRET),
                vector("drawing-record", xdw -> end(drawnPage(xdw, Pictures.emf(Pictures.word("DWww" + SECRET)))))
                        .finds("docuworks.drawing-record")
                        .loses(SECRET),
                vector(
                                "points-beyond",
                                xdw -> end(drawnPage(xdw, Pictures.emf(Pictures.word("DW\1\40\377\377\377\0aaaa")))))
                        .finds("docuworks.drawing-record"),
                vector("drawing-kind", xdw -> end(annotation(xdw, 0x803D, at(7, Pictures.body(66, secret())))))
                        .finds("docuworks.drawing")
                        .loses(SECRET));
    }

    private static List<Vector> broken() {
        return List.of(
                        vector("check-wrong", xdw -> end(xdw).checkMore(1)),
                        vector("size-lie", xdw -> end(xdw).sizeMore(100_000)),
                        vector("offset-beyond", xdw -> end(xdw).offsetMore(100_000)),
                        vector("offset-elsewhere", xdw -> end(xdw).offsetMore(3)),
                        vector(
                                "entry-beyond",
                                xdw -> end(annotation(
                                        xdw,
                                        0x803D,
                                        new Xdw.Attribute(0xC0, 7, "", 0, List.of((byte) 0x81, (byte) 1, (byte) 99))))),
                        vector("no-tree", xdw -> end(xdw.record(7, 0x1301))),
                        vector("old", xdw -> xdw),
                        vector("depth", XdwVectors::deep))
                .stream()
                .map(vector -> vector.hostile().name().equals("xdw-old") ? old(vector) : vector)
                .toList();
    }

    private static Vector old(Vector vector) {
        byte[] file = ("%XDW" + " ".repeat(600)).getBytes(StandardCharsets.US_ASCII);
        return new Vector(Sample.of("xdw-old", "xdw", file::clone), vector.twin());
    }

    private static Xdw deep(Xdw xdw) {
        Xdw all = xdw;
        for (int depth = 3; depth < 100; depth++) {
            all = all.record(depth, 0x1302);
        }
        return end(all);
    }

    /** Changes a document behind its page and a text. */
    static Vector vector(String name, UnaryOperator<Xdw> change) {
        return Vector.of(
                "xdw-" + name,
                "xdw",
                () -> change.apply(textNote(jpegPage(start()), SHOWN)).toArray(),
                () -> plain().toArray());
    }

    /** Locked. */
    public static Sample locked() {
        return Sample.of("xdw-locked", "xdw", () -> plain().locked().toArray()).ends(Ending.LOCKED);
    }

    private static byte[] secret() {
        return SECRET.getBytes(StandardCharsets.US_ASCII);
    }

    private static Sample sample(String name, String extension, Xdw xdw) {
        byte[] bytes = xdw.toArray();
        return Sample.of(name, extension, bytes::clone);
    }
}
