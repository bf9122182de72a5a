package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;
import static jp.kiyome.testcorpus.ooxml.Docx.field;
import static jp.kiyome.testcorpus.ooxml.Docx.hyperlink;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.picture;
import static jp.kiyome.testcorpus.ooxml.Docx.run;
import static jp.kiyome.testcorpus.ooxml.Xlsx.formula;
import static jp.kiyome.testcorpus.ooxml.Xlsx.number;
import static jp.kiyome.testcorpus.ooxml.Xlsx.row;
import static jp.kiyome.testcorpus.ooxml.Xlsx.text;
import static jp.kiyome.testcorpus.ooxml.Xlsx.textFormula;

import java.util.List;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.zip.RawZip;

/** Files with nothing to find that use what offices use every day. */
final class Benign {

    private Benign() {}

    static List<Sample> all() {
        return List.of(
                Sample.of("benign-letter", "docx", () -> letter().bytes())
                        .keeps("Dear all,", "回覧", "first", "Cell B", "Page ", "a header"),
                Sample.of("benign-fields", "docx", () -> fields().bytes()).keeps("Contents", "see above", "2026"),
                Sample.of("benign-comment", "docx", () -> DocxReview.comment(Docx.paragraph("a remark"))
                                .bytes())
                        .keeps("Body", "a remark"),
                Sample.of("benign-footnote", "docx", () -> DocxReview.footnote(Docx.paragraph("a note"))
                                .bytes())
                        .keeps("Body", "a note"),
                Sample.of("benign-budget", "xlsx", () -> budget().bytes()).keeps("項目", "Total", "over"),
                Sample.of("benign-shared-strings", "xlsx", () -> sharedStrings().bytes())
                        .keeps("品名", "Paper", "Ink"),
                Sample.of("benign-slides", "pptx", () -> slides().bytes())
                        .keeps("Agenda", "Next", "Second slide", "Home page"),
                Sample.of("benign-sizes-behind-the-data", "docx", Benign::streamed)
                        .keeps("Hello"),
                Sample.of("benign-template", "dotx", () -> Docx.saying("A template")
                                .retype(MAIN, Types.WORD + "template.main+xml")
                                .bytes())
                        .keeps("A template"),
                Sample.of("benign-show", "ppsx", () -> Pptx.saying("A show")
                                .retype(Pptx.MAIN, Types.SLIDE + "slideshow.main+xml")
                                .bytes())
                        .keeps("A show"));
    }

    /** As a program writes that does not know sizes beforehand. */
    private static byte[] streamed() {
        RawZip zip = Docx.saying("Hello").zip();
        zip.entries().forEach(e -> e.descriptor(e.data().length));
        return zip.bytes();
    }

    static OoxmlPackage letter() {
        OoxmlPackage docx = Docx.of(
                "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" + run("回覧 Circular") + "</w:p>",
                Docx.paragraph("Dear all,"),
                listed("first"),
                listed("second"),
                p(run("See "), hyperlink("rId20", "the office"), run(".")),
                table(),
                p(picture("r:embed=\"rIdPic\"")));
        Docx.png(docx, "rIdPic", Png.square());
        docx.relateOut(MAIN, "rId20", Rel.office("hyperlink"), "https://www.example.com/office?x=1&y=2");
        Docx.header(docx, p(run("a header, Page "), field("1", " PAGE ")));
        return numbering(styles(docx));
    }

    private static String listed(String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + run(text)
                + "</w:p>";
    }

    private static String table() {
        String cell = "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>%s</w:tc>";
        return "<w:tbl><w:tblPr><w:tblW w:w=\"4000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/>"
                + "<w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr>" + cell.replace("%s", Docx.paragraph("Cell A"))
                + cell.replace("%s", Docx.paragraph("Cell B")) + "</w:tr></w:tbl>";
    }

    private static OoxmlPackage styles(OoxmlPackage docx) {
        return docx.relate(MAIN, "rIdSty", Rel.office("styles"), "styles.xml")
                .part(
                        "word/styles.xml",
                        Types.WORD + "styles+xml",
                        "<w:styles" + Ns.IN_WORD + "><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-US\""
                                + " w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\""
                                + " w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                                + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
                                + "<w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/>"
                                + "<w:sz w:val=\"32\"/></w:rPr></w:style></w:styles>");
    }

    private static OoxmlPackage numbering(OoxmlPackage docx) {
        return docx.relate(MAIN, "rIdNum", Rel.office("numbering"), "numbering.xml")
                .part(
                        "word/numbering.xml",
                        Types.WORD + "numbering+xml",
                        "<w:numbering" + Ns.IN_WORD + "><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType"
                                + " w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
                                + "<w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"720\""
                                + " w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId"
                                + " w:val=\"0\"/></w:num></w:numbering>");
    }

    static OoxmlPackage fields() {
        return Docx.of(
                p(field("Contents", " TOC \\o \"1-3\" \\h ")),
                p(
                        "<w:bookmarkStart w:id=\"0\" w:name=\"here\"/>",
                        run("above"),
                        "<w:bookmarkEnd w:id=\"0\"/>",
                        field("see above", " REF here \\h ")),
                p(field("1", " PAGEREF here \\h "), field("2026", " DATE \\@ \"yyyy\" ")),
                p(field("site", " HYPERLINK \"https://www.example.com/\" ")));
    }

    static OoxmlPackage budget() {
        OoxmlPackage xlsx = Xlsx.of(
                row(1, text("A1", "項目"), text("B1", "円")),
                row(2, text("A2", "Paper"), number("B2", "1200")),
                row(3, text("A3", "Ink"), number("B3", "800")),
                row(4, text("A4", "Total"), formula("B4", "SUM(B2:B3)*Rate", "2200")),
                row(5, textFormula("A5", "IF(B4>2000,\"over\",\"under\")", "over")));
        Xlsx.behindRows(
                xlsx,
                "<conditionalFormatting sqref=\"B2:B3\"><cfRule type=\"expression\" priority=\"1\"><formula>B2&gt;1000</formula>"
                        + "</cfRule></conditionalFormatting><dataValidations count=\"1\"><dataValidation type=\"whole\" sqref=\"B2:B3\">"
                        + "<formula1>0</formula1><formula2>9999</formula2></dataValidation></dataValidations><hyperlinks><hyperlink"
                        + " ref=\"A1\" location=\"Sheet1!B4\"/></hyperlinks>");
        return Xlsx.names(xlsx, "<definedName name=\"Rate\">1.1</definedName>");
    }

    /** Strings used twice and in any order, with runs and readings, as Excel writes them, and an empty one that nobody uses. */
    static OoxmlPackage sharedStrings() {
        return Xlsx.strings(
                Xlsx.of(
                        row(1, Xlsx.shared("A1", "2"), Xlsx.shared("B1", "0")),
                        row(2, Xlsx.shared("A2", "1"), Xlsx.shared("B2", "0")),
                        row(3, text("A3", "inline"), number("B3", "3"))),
                "<si><t>Paper</t></si><si><r><t xml:space=\"preserve\">Ink </t></r><r><rPr><b/></rPr><t>black</t></r></si>"
                        + "<si><t>品名</t><rPh sb=\"0\" eb=\"2\"><t>ヒンメイ</t></rPh><phoneticPr fontId=\"0\"/></si>"
                        + "<si><t/></si><si/>");
    }

    static OoxmlPackage slides() {
        return Pptx.of(
                        Pptx.box(2, "Agenda"),
                        Pptx.box(
                                3,
                                "Next",
                                "<a:hlinkClick r:id=\"\" action=\"ppaction://hlinkshowjump?jump=nextslide\"/>"),
                        Pptx.box(4, "Jump", "<a:hlinkClick r:id=\"rId8\" action=\"ppaction://hlinksldjump\"/>"),
                        Pptx.linkedText(5, "Home page", "<a:hlinkClick r:id=\"rId9\"/>"))
                .relate(Pptx.SLIDE1, "rId8", Rel.office("slide"), "slide2.xml")
                .relateOut(Pptx.SLIDE1, "rId9", Rel.office("hyperlink"), "https://www.example.com/");
    }
}
