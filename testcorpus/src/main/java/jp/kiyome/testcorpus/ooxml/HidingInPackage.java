package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;

import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;

/** Places in the package: parts, relationships and content types that nothing needs (ECMA-376-2). */
final class HidingInPackage {

    private HidingInPackage() {}

    static List<Placement> all() {
        return List.of(
                docx(
                        "unreferenced-part",
                        (docx, token) ->
                                docx.part("word/x.xml", Types.WORD + "styles+xml", "<x>" + token.text() + "</x>")),
                docx("unknown-relationship", (docx, token) -> docx.relate(
                                MAIN, "rId9", "http://example.invalid/" + token.text(), "x.xml")
                        .part("word/x.xml", "application/" + token.text(), "<x>" + token.text() + "</x>")),
                docx("relationship-id", (docx, token) -> Docx.header(docx, Docx.paragraph("Top"))
                        .edit(MAIN, xml -> xml.replace("rIdHdr", token.text()))
                        .relate(MAIN, token.text(), Rel.office("header"), "header3.xml")),
                docx("part-name", (docx, token) -> docx.relate(
                                        MAIN, "rId9", Rel.office("header"), token.text() + ".xml")
                                .part(
                                        "word/" + token.text() + ".xml",
                                        Types.WORD + "header+xml",
                                        "<w:hdr" + Ns.IN_WORD + ">" + Docx.paragraph("Top") + "</w:hdr>")
                                .edit(
                                        MAIN,
                                        xml -> xml.replace(
                                                "<w:sectPr>",
                                                "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId9\"/>")))
                        .untold("parts have names that nobody sees, and all get new ones"),
                docx("default-type", (docx, token) -> docx.defaultType(token.text(), "application/" + token.text()))
                        .untold("the type of a part that is not there"),
                docx(
                                "override-of-nothing",
                                (docx, token) -> docx.contentTypesXml("<Override PartName=\"/" + token.text()
                                        + "\" ContentType=\"application/xml\"/>"))
                        .untold("the type of a part that is not there"),
                docx("custom-xml", (docx, token) -> docx.relate(
                                MAIN, "rId9", Rel.office("customXml"), "../customXml/item1.xml")
                        .member("customXml/item1.xml", DocxParts.text("<x>" + token.text() + "</x>"))),
                docx("custom-property", (docx, token) -> docx.relate(
                                "", "rId9", Rel.office("custom-properties"), "docProps/custom.xml")
                        .part(
                                "docProps/custom.xml",
                                Types.OFFICE + "custom-properties+xml",
                                "<x>" + token.text() + "</x>")),
                docx("thumbnail", (docx, token) -> docx.relate(
                                "", "rId9", Rel.PACKAGE + "metadata/thumbnail", "docProps/t.png")
                        .defaultType("png", "image/png")
                        .member(
                                "docProps/t.png",
                                new Png().text("Comment", token.text()).bytes())),
                docx("relationship-comment", (docx, token) -> docx.relateXml(MAIN, "<!--" + token.text() + "-->")),
                docx("content-types-comment", (docx, token) -> docx.contentTypesXml("<!--" + token.text() + "-->")));
    }

    static Placement docx(String name, BiFunction<OoxmlPackage, Token, OoxmlPackage> hide) {
        return Placement.of("docx-" + name, "docx", token -> hide.apply(Docx.saying("Hello"), token)
                .bytes());
    }
}
