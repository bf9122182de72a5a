package jp.kiyome.testcorpus.ooxml;

/** WordprocessingML documents (ECMA-376 part 1, section 17). */
public final class Docx {

    static final String MAIN = "word/document.xml";
    static final String SETTINGS = "word/settings.xml";

    private static final String SECTION =
            "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\""
                    + " w:left=\"1440\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr>";

    private Docx() {}

    /** A document with this block-level content. */
    static OoxmlPackage of(String... blocks) {
        return new OoxmlPackage()
                .relate("", "rId1", Rel.office("officeDocument"), MAIN)
                .part(MAIN, Types.WORD + "document.main+xml", document(String.join("", blocks) + SECTION));
    }

    static OoxmlPackage saying(String text) {
        return of(paragraph(text));
    }

    static String document(String body) {
        return "<w:document" + Ns.IN_WORD + "><w:body>" + body + "</w:body></w:document>";
    }

    static String paragraph(String text) {
        return "<w:p>" + run(text) + "</w:p>";
    }

    static String p(String... runs) {
        return "<w:p>" + String.join("", runs) + "</w:p>";
    }

    static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + Xml.escaped(text) + "</w:t></w:r>";
    }

    /** A complex field (section 17.16.18) whose instruction is split over as many runs as there are pieces. */
    static String field(String result, String... instructionPieces) {
        StringBuilder xml = new StringBuilder("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>");
        for (String piece : instructionPieces) {
            xml.append("<w:r><w:instrText xml:space=\"preserve\">")
                    .append(Xml.escaped(piece))
                    .append("</w:instrText></w:r>");
        }
        return xml.append("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>")
                .append(run(result))
                .append("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
                .toString();
    }

    static String simpleField(String result, String instruction) {
        return "<w:fldSimple w:instr=\"" + Xml.escaped(instruction) + "\">" + run(result) + "</w:fldSimple>";
    }

    static String hyperlink(String id, String text) {
        return "<w:hyperlink r:id=\"" + id + "\">" + run(text) + "</w:hyperlink>";
    }

    /** A picture in the line of text; {@code blip} holds the attributes that point at it. */
    static String picture(String blip) {
        return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"914400\" cy=\"914400\"/>"
                + "<wp:docPr id=\"1\" name=\"Picture 1\" descr=\"a square\"/><a:graphic>"
                + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
                + "<pic:cNvPr id=\"1\" name=\"Picture 1\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip " + blip
                + "/>"
                + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                + "<a:ext cx=\"914400\" cy=\"914400\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
                + "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    }

    static OoxmlPackage settings(OoxmlPackage docx, String inner) {
        return docx.relate(MAIN, "rIdSet", Rel.office("settings"), "settings.xml")
                .part(
                        SETTINGS,
                        Types.WORD + "settings+xml",
                        "<w:settings" + Ns.IN_WORD + ">" + inner + "</w:settings>");
    }

    /** A header that the document's section shows on every page. */
    static OoxmlPackage header(OoxmlPackage docx, String blocks) {
        return docx.relate(MAIN, "rIdHdr", Rel.office("header"), "header3.xml")
                .part("word/header3.xml", Types.WORD + "header+xml", "<w:hdr" + Ns.IN_WORD + ">" + blocks + "</w:hdr>")
                .edit(
                        MAIN,
                        xml -> xml.replace(
                                "<w:sectPr>", "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHdr\"/>"));
    }

    static OoxmlPackage png(OoxmlPackage docx, String id, byte[] png) {
        return docx.defaultType("png", "image/png")
                .relate(MAIN, id, Rel.office("image"), "media/" + id + ".png")
                .member("word/media/" + id + ".png", png);
    }
}
