package jp.kiyome.testcorpus.ppt;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.ole.RawCompound;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** What hostile presentations carry, each with the same presentation without it. */
public final class PptVectors {

    private static final String UNC = "\\\\example.invalid\\share\\a.ppt";
    private static final String SECRET = "SECRET-of-an-earlier-day";

    private PptVectors() {}

    public static List<Vector> all() {
        return List.of(
                vector("vba-info", ppt -> ppt.inDocument(PptParts.vbaInfo()).loose(PptParts.storage("AutoOpen calc")))
                        .finds("macro.vba", "ppt.loose-bytes")
                        .loses("AutoOpen calc"),
                vector("vba-storage", ppt -> ppt.frame(frame -> frame.storage("_VBA_PROJECT_CUR")))
                        .finds("macro.vba"),
                vector("ole-object", ppt -> ppt.objects(PptParts.oleEmbed("Package"))
                                .inClientData(
                                        Rec.atom(3009, 0, new Bytes().u32(1).toArray()))
                                .loose(PptParts.storage("calc.exe")))
                        .finds("active.ole-object", "ppt.object-reference", "ppt.loose-bytes")
                        .loses("calc.exe"),
                vector("ole-link", ppt -> ppt.objects(Rec.container(4046, 0, Rec.text(1, UNC))))
                        .finds("active.ole-link")
                        .loses("example.invalid"),
                vector("control", ppt -> ppt.objects(Rec.container(4078, 0, Rec.text(1, "Shell.Explorer"))))
                        .finds("active.activex")
                        .loses("Shell.Explorer"),
                vector("video-link", ppt -> ppt.objects(Rec.container(4101, 0, Rec.text(0, UNC))))
                        .finds("active.media")
                        .loses("example.invalid"),
                vector(
                                "sounds",
                                ppt -> ppt.inDocument(Rec.container(2020, 5, Rec.container(2022, 0, Rec.text(0, UNC)))))
                        .finds("active.sound")
                        .loses("example.invalid"),
                vector("click-macro", ppt -> ppt.inClientData(PptParts.macro("Auto_Run")))
                        .finds("macro.reference")
                        .loses("Auto_Run"),
                vector("click-program", ppt -> ppt.objects(PptParts.link(1, "file:///c:/windows/calc.exe"))
                                .inClientData(PptParts.click(PptParts.PROGRAM, 1, 0xFF)))
                        .finds("active.action", "link.scheme")
                        .loses("calc.exe"),
                vector("click-ole", ppt -> ppt.inClientData(PptParts.click(5, 0, 0xFF)))
                        .finds("active.action"),
                link("link-unc", UNC, 10),
                link("link-script", "javascript:alert(1)//example.invalid", 8),
                link("link-presentation", "file://example.invalid/a.ppt", 9),
                vector("old-edit", ppt -> ppt.oldEdit(SECRET))
                        .finds("ppt.old-edit", "ppt.loose-bytes")
                        .loses(SECRET),
                vector("unreached-slide", ppt -> ppt.loose(Rec.container(1006, 0, Rec.text(3, SECRET))))
                        .finds("ppt.loose-bytes")
                        .loses(SECRET),
                vector("routing-slip", ppt -> ppt.inDocument(Rec.atom(1030, 0, Rec.utf16("a@example.invalid"))))
                        .finds("ppt.routing-slip")
                        .loses("example.invalid"),
                vector("embedded-font", ppt -> ppt.inFonts(Rec.atom(4024, 0, Rec.utf16("font program"))))
                        .finds("content.embedded-font")
                        .loses("font program"),
                vector("round-trip", ppt -> ppt.inSlide(Rec.atom(1054, 0, Rec.utf16("PK a whole package"))))
                        .finds("ppt.round-trip")
                        .loses("a whole package"),
                vector(
                                "animation",
                                ppt -> ppt.inSlide(
                                        PptParts.tag("___PPT10", Rec.container(0xF144, 1, Rec.text(0, "command")))))
                        .finds("ppt.animation")
                        .loses("command"),
                property("picture-name", 0xC105, UNC, "escher.picture-name"),
                property("fill-name", 0xC187, UNC, "escher.picture-name"),
                property("script", 0x838E, "window.open('example.invalid')", "escher.script"),
                property("metro-blob", 0x83A9, "PK of example.invalid", "escher.metro-blob"),
                property("hyperlink", 0x8382, UNC, "escher.host-property"),
                property("unknown-property", 0x8777, UNC, "escher.unknown-property"),
                vector("unknown-record", ppt -> ppt.inSlide(Rec.atom(4999, 0, Rec.utf16(SECRET))))
                        .finds("record.unknown")
                        .loses(SECRET),
                vector("deleted-shape", ppt -> ppt.moreShapes(shape(8, SECRET)))
                        .finds("escher.deleted-shape")
                        .loses(SECRET),
                vector("user-name", ppt -> ppt.userName("Somebody"))
                        .finds("ppt.user-name")
                        .loses("Somebody"),
                vector("outline-index", ppt -> ppt.inText(PptParts.outlineIndex(0x7FFFFFFF)))
                        .finds("record.value"),
                vector("outline-index-negative", ppt -> ppt.inText(PptParts.outlineIndex(0xFFFFFFFFL)))
                        .finds("record.value"),
                vector("outline-index-one-past", ppt -> ppt.behindSlide(PptParts.outlineText("Outline"))
                                .inText(PptParts.outlineIndex(1)))
                        .finds("record.value"),
                vector("click-range", ppt -> ppt.inText(PptParts.clickOn(2, 0x7FFFFFF0)))
                        .finds("record.value"),
                vector("click-range-turned", ppt -> ppt.inText(PptParts.clickOn(4, 2)))
                        .finds("record.value"),
                vector(
                                "place-of-number",
                                ppt -> ppt.inText(Rec.atom(
                                        4056, 0, new Bytes().u32(0x41414141).toArray())))
                        .finds("record.value"),
                vector("font-number", ppt -> ppt.inTextInfo(PptParts.defaultFont(0x4141)))
                        .finds("record.reference"),
                vector(
                                "fonts-twice",
                                ppt -> ppt.inTextInfo(
                                        Rec.container(2005, 0, Rec.atom(4023, 0, Rec.utf16("SECOND".repeat(6))))))
                        .finds("record.duplicate")
                        .loses("SECOND"),
                vector("edit-loop", RawPpt::loop).ends(Ending.REFUSED),
                vector("long-record", ppt -> ppt.inSlide(longer())).ends(Ending.REFUSED),
                vector("deep-groups", ppt -> ppt.moreShapes(groups(200))).ends(Ending.REFUSED),
                Vector.of("ppt-95", "ppt", PptVectors::powerPoint95, plain(any -> any)::toArray)
                        .ends(Ending.REFUSED));
    }

    /** Presentations with nothing to find. */
    public static List<Sample> benign() {
        return List.of(
                benign("plain", ppt -> ppt.text("本文 and text")).keeps("本文 and text"),
                benign("picture", ppt -> PptParts.withPicture(ppt, Png.square()))
                        .pictures(1),
                benign("web-link", ppt -> ppt.objects(PptParts.link(1, "https://example.invalid/a?b=c"))
                                .inClientData(PptParts.click(PptParts.FOLLOW, 1, 8)))
                        .keeps("https://example.invalid/a?b=c"),
                benign("slide-link", ppt -> ppt.objects(PptParts.slideLink(1))
                        .inClientData(PptParts.click(PptParts.FOLLOW, 1, 7))),
                benign("outline", ppt -> ppt.behindSlide(PptParts.outlineText("第一"), PptParts.outlineText("第二 outline"))
                                .inText(PptParts.outlineIndex(1), PptParts.clickOn(3, 10)))
                        .keeps("第二 outline"),
                benign("default-font", ppt -> ppt.inTextInfo(PptParts.defaultFont(0))),
                benign("jump", ppt -> ppt.inClientData(PptParts.click(PptParts.JUMP, 0, 0xFF))),
                benign("comment", ppt -> ppt.inSlide(PptParts.tag("___PPT10", PptParts.comment("確認済み"))))
                        .keeps("確認済み"),
                benign("numbered", ppt -> ppt.inClientData(PptParts.numbered())));
    }

    /** Many texts, many shapes, many slides that are one. */
    public static List<Sample> worst() {
        return List.of(
                benign("worst-texts", ppt -> ppt.behindSlide(many(PptParts.outlineText("a"), 60_000))),
                benign("worst-clicks", ppt -> ppt.inText(many(PptParts.clickOn(0, 1), 40_000))),
                benign("worst-shapes", ppt -> ppt.moreShapes(many(shape(0xA00, "a"), 30_000))),
                benign("worst-slides", ppt -> ppt.behindSlide(many(RawPpt.persist(3, 257), 60_000))));
    }

    private static byte[] many(byte[] record, int times) {
        Bytes all = new Bytes();
        for (int i = 0; i < times; i++) {
            all.raw(record);
        }
        return all.toArray();
    }

    private static RawPpt plain(UnaryOperator<RawPpt> change) {
        return change.apply(new RawPpt());
    }

    private static Vector vector(String name, UnaryOperator<RawPpt> hostile) {
        Supplier<byte[]> twin = () -> new RawPpt().toArray();
        return Vector.of("ppt-" + name, "ppt", () -> plain(hostile).toArray(), twin)
                .keeps("Hello 世界");
    }

    private static Vector link(String name, String target, int kind) {
        return vector(name, ppt -> ppt.objects(PptParts.link(1, target))
                        .inClientData(PptParts.click(PptParts.FOLLOW, 1, kind)))
                .finds("link.scheme")
                .loses("example.invalid");
    }

    private static Vector property(String name, int id, String text, String code) {
        byte[] complex = Rec.utf16(text + "\0");
        return vector(name, ppt -> ppt.property(id, complex.length, complex))
                .finds(code)
                .loses("example.invalid");
    }

    private static Sample benign(String name, UnaryOperator<RawPpt> change) {
        return Sample.of("ppt-benign-" + name, "ppt", () -> plain(change).toArray());
    }

    static byte[] shape(int flags, String text) {
        return Rec.container(
                0xF004,
                0,
                Rec.atom(
                        2, 0xF00A, 202, new Bytes().u32(2051).u32(0xA00 | flags).toArray()),
                Rec.container(0xF00D, 0, Rec.atom(4000, 0, Rec.utf16(text))));
    }

    private static byte[] longer() {
        byte[] record = Rec.atom(4999, 0, new byte[8]);
        record[7] = 0x7F;
        return record;
    }

    private static byte[] groups(int depth) {
        byte[] group = new byte[0];
        for (int i = 0; i < depth; i++) {
            group = Rec.container(0xF003, 0, group);
        }
        return group;
    }

    private static byte[] powerPoint95() {
        return new RawCompound().stream("PP40", new byte[5000]).toArray();
    }
}
