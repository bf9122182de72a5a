package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;
import jp.kiyome.testcorpus.zip.Deflate;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/** Archives and XML that two readers would read differently, or that hide or swell. */
final class PackageTricks {

    private static final byte[] HIDDEN = DocxParts.text("marker marker marker");
    private static final String OTHER = Docx.document(Docx.paragraph("marker"));

    private PackageTricks() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        all.addAll(mended());
        all.addAll(names());
        all.addAll(lies());
        all.addAll(packages());
        all.addAll(xml());
        return all;
    }

    private static Vector zip(String name, Ending ending, UnaryOperator<RawZip> trick) {
        return Vector.of(
                        "docx-zip-" + name,
                        "docx",
                        () -> trick.apply(Docx.saying("Hello").zip()).bytes(),
                        () -> Docx.saying("Hello").bytes())
                .ends(ending)
                .loses("marker")
                .keeps("Hello");
    }

    /** What no reader shows; a new archive has none of it. */
    private static List<Vector> mended() {
        Ending either = Ending.REBUILT_OR_REFUSED;
        return List.of(
                zip("comment", either, zip -> zip.comment(HIDDEN)),
                zip(
                        "prefix",
                        either,
                        zip -> zip.prefix(
                                new Bytes().raw(HIDDEN).raw(new byte[1024]).toArray(), true)),
                zip(
                        "prefix-not-counted",
                        either,
                        zip -> zip.prefix(
                                new Bytes().raw(HIDDEN).raw(new byte[1024]).toArray(), false)),
                zip("trailer", either, zip -> zip.trailer(HIDDEN)),
                zip("gap", either, zip -> zip.add(RawEntry.of("x.txt", "x").gapBefore(HIDDEN))),
                zip("gap-before-directory", either, zip -> zip.gapBeforeDirectory(HIDDEN)),
                zip("member-comment", either, zip -> on(zip, e -> e.comment("marker"))),
                zip("extra-field", either, zip -> on(zip, e -> e.extra(0x9901, HIDDEN))),
                zip("slack-behind-deflate", either, zip -> on(zip, e -> e.slack(HIDDEN))),
                zip(
                        "member-without-directory-entry",
                        either,
                        zip -> zip.add(RawEntry.of("word/other.xml", "marker").hidden())),
                zip("unknown-member", either, zip -> zip.add(RawEntry.of("marker.txt", "marker"))),
                zip(
                        "second-archive-behind",
                        either,
                        zip -> zip.trailer(Docx.saying("marker").bytes())),
                zip(
                        "second-archive-before",
                        either,
                        zip -> zip.prefix(Docx.saying("marker").bytes(), true)),
                zip(
                        "directory-member",
                        either,
                        zip -> zip.add(RawEntry.of("marker/", "").stored())));
    }

    private static RawZip on(RawZip zip, Consumer<RawEntry> change) {
        change.accept(zip.entry(MAIN));
        return zip;
    }

    private static List<Vector> names() {
        List<Vector> all = new ArrayList<>(List.of(
                zip("two-documents", Ending.REFUSED, zip -> zip.add(RawEntry.of(MAIN, OTHER))),
                zip(
                        "two-content-types",
                        Ending.REFUSED,
                        zip -> zip.add(RawEntry.of("[Content_Types].xml", "<Types>marker</Types>"))),
                zip("case-variant", Ending.REFUSED, zip -> zip.add(RawEntry.of("word/Document.xml", OTHER))),
                zip("local-name-differs", Ending.REFUSED, zip -> on(zip, e -> e.localName("word/marker01.xml"))),
                zip("piece", Ending.REBUILT_OR_REFUSED, zip -> zip.add(RawEntry.of(MAIN + "/[0].piece", "marker")))));
        for (String name : List.of(
                "../marker",
                "/marker",
                "word\\marker.xml",
                "c:/marker",
                "word/%2e%2e/marker",
                "word//marker",
                "word/./marker",
                "word/mark\u0001er",
                "word/\u202Emarker",
                "CON",
                "marker. ")) {
            all.add(zip("name-" + all.size(), Ending.REBUILT_OR_REFUSED, zip -> zip.add(RawEntry.of(name, "marker"))));
        }
        return all;
    }

    private static List<Vector> lies() {
        Ending refused = Ending.REFUSED;
        return List.of(
                zip("size-too-big", refused, zip -> on(zip, e -> e.size(e.data().length + 1L))),
                zip("size-too-small", refused, zip -> on(zip, e -> e.size(e.data().length - 1L))),
                zip("wrong-crc", refused, zip -> on(zip, e -> e.crc(0x12345678))),
                zip("descriptor-lies", refused, zip -> on(zip, e -> e.descriptor(1))),
                zip("encrypted-flag", refused, zip -> on(zip, e -> e.flags(1))),
                zip("strong-encryption-flag", refused, zip -> on(zip, e -> e.flags(1 << 6 | 1))),
                zip("method-differs", refused, zip -> on(zip, e -> e.localMethod(RawEntry.STORED))),
                zip("deflate64", refused, zip -> on(zip, e -> e.method(9, Deflate.storedBlocks(e.data())))),
                zip("bzip2", refused, zip -> on(zip, e -> e.method(12, HIDDEN))),
                zip("lzma", refused, zip -> on(zip, e -> e.method(14, HIDDEN))),
                zip("zstandard", refused, zip -> on(zip, e -> e.method(93, HIDDEN))),
                zip(
                        "symbolic-link",
                        refused,
                        zip -> zip.add(RawEntry.of("word/link", "../../marker")
                                .stored()
                                .unixMode(0120777))),
                zip(
                        "device",
                        refused,
                        zip -> zip.add(
                                RawEntry.of("word/device", "marker").stored().unixMode(0060666))),
                zip(
                        "overlap",
                        refused,
                        zip -> zip.add(
                                RawEntry.of(MAIN.replace("doc", "d0c"), OTHER).overPrevious())),
                zip("end-record-in-comment", refused, PackageTricks::endInComment),
                zip("bomb", refused, PackageTricks::bomb),
                zip("many-members", refused, PackageTricks::many));
    }

    /** A second, empty directory that readers who search from the end find first. */
    private static RawZip endInComment(RawZip zip) {
        return zip.comment(
                new Bytes().ascii("marker").u32(0x06054b50).raw(new byte[18]).toArray());
    }

    /** A document of a few kilobytes that inflates to a hundred megabytes of blanks. */
    private static RawZip bomb(RawZip zip) {
        RawZip swollen = new RawZip();
        for (RawEntry entry : zip.entries()) {
            boolean main = entry.name().equals(MAIN);
            swollen.add(
                    main
                            ? RawEntry.of(MAIN, Docx.document(" ".repeat(100_000_000)))
                                    .squeezed()
                            : entry);
        }
        return swollen;
    }

    private static RawZip many(RawZip zip) {
        for (int i = 0; i < 100_001; i++) {
            zip.add(RawEntry.of("word/marker" + i + ".xml", "").stored());
        }
        return zip;
    }

    private static Vector vector(String name, Ending ending, Supplier<OoxmlPackage> hostile) {
        return Vector.of("docx-" + name, "docx", () -> hostile.get().bytes(), () -> Docx.saying("Hello")
                        .bytes())
                .ends(ending)
                .loses("marker")
                .keeps("Hello");
    }

    private static List<Vector> packages() {
        Ending either = Ending.REBUILT_OR_REFUSED;
        return List.of(
                vector("package-unreferenced-part", Ending.REBUILT, () -> Docx.saying("Hello")
                        .part("word/hidden.xml", Types.WORD + "document.main+xml", OTHER)),
                vector("package-two-main-parts", either, () -> Docx.saying("Hello")
                        .relate("", "rId2", Rel.office("officeDocument"), "word/other.xml")
                        .part("word/other.xml", Types.WORD + "document.main+xml", OTHER)),
                vector("package-target-climbs", either, () -> Docx.saying("Hello")
                        .relate(MAIN, "rId9", Rel.office("image"), "../../../marker.png")),
                vector("package-target-is-main", either, () -> Docx.saying("Hello")
                        .relate(MAIN, "rId9", Rel.office("header"), "/word/document.xml")
                        .edit(
                                MAIN,
                                xml -> xml.replace(
                                        "<w:sectPr>",
                                        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId9\"/>"))),
                vector("package-duplicate-relationship-id", either, () -> Docx.saying("Hello")
                        .relate(MAIN, "rId9", Rel.office("image"), "media/a.png")
                        .relateOut(MAIN, "rId9", Rel.office("oleObject"), "http://example.invalid/marker")),
                vector("package-duplicate-content-type", either, () -> Docx.saying("Hello")
                        .contentTypesXml(
                                "<Override PartName=\"/WORD/document.xml\" ContentType=\"application/x-marker\"/>")),
                vector("package-default-for-unknown-extension", Ending.REBUILT, () -> Docx.saying("Hello")
                        .defaultType("marker", "application/x-marker")),
                vector("package-extra-relationship-attribute", either, () -> Docx.saying("Hello")
                        .relateXml(MAIN, "<!-- marker --><x:marker xmlns:x=\"http://example.invalid/\"/>")));
    }

    private static List<Vector> xml() {
        Ending refused = Ending.REFUSED;
        return List.of(
                main("doctype", refused, "<!DOCTYPE w:document [<!ENTITY x \"marker\">]><w:document", "<w:document"),
                main(
                        "external-entity",
                        refused,
                        "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"http://example.invalid/marker\">]><w:document",
                        "<w:document"),
                main("billion-laughs", refused, laughs() + "<w:document", "<w:document"),
                main("comment", Ending.REBUILT, "<!-- marker --><w:body>", "<w:body>"),
                main("instruction", Ending.REBUILT, "<?marker marker?><w:body>", "<w:body>"),
                main("cdata", Ending.REBUILT, "<![CDATA[Hello]]>", "Hello").loses("CDATA"),
                main("unknown-element", Ending.REBUILT, "<w:marker/><w:p>", "<w:p>"),
                main("unknown-namespace", Ending.REBUILT, "<z:marker xmlns:z=\"urn:marker\"/><w:p>", "<w:p>"),
                main("unknown-attribute", Ending.REBUILT, "<w:p w:marker=\"marker\">", "<w:p>"),
                main(
                        "xml-id",
                        Ending.REBUILT,
                        "<w:p xml:id=\"marker\" xml:base=\"http://example.invalid/marker\">",
                        "<w:p>"),
                main("utf-7", refused, "encoding=\"UTF-7\"", "encoding=\"UTF-8\""),
                main("utf-32", refused, "encoding=\"UTF-32\"", "encoding=\"UTF-8\""),
                main("encoding-lies", refused, "encoding=\"UTF-16\"", "encoding=\"UTF-8\""),
                main("deep", refused, "<w:sdt><w:sdtContent>".repeat(2000) + "<w:p>", "<w:p>"),
                main("unclosed", refused, "", "</w:document>"),
                main("behind-root", Ending.REBUILT_OR_REFUSED, "</w:document><!-- marker -->", "</w:document>"),
                main("two-roots", refused, "</w:document><marker/>", "</w:document>"));
    }

    private static Vector main(String name, Ending ending, String hostile, String innocent) {
        return vector(
                "xml-" + name, ending, () -> Docx.saying("Hello").edit(MAIN, xml -> xml.replace(innocent, hostile)));
    }

    private static String laughs() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE w:document [<!ENTITY a0 \"marker\">");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return dtd.append("]>").toString();
    }
}
