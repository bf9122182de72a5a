package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.field;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.run;
import static jp.kiyome.testcorpus.ooxml.Docx.simpleField;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import jp.kiyome.testcorpus.sample.Vector;

/** Field instructions (ECMA-376 part 1, section 17.16) that run, load or ask; their shown result stays. */
final class DocxFields {

    private static final String[] DDE_IN_SIX = {" DD", "EAU", "TO \"c:\\\\marker", "\\\\calc.exe\" ", "\"mark", "er\" "
    };

    private DocxFields() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        all.add(vector("dde-in-six-runs", () -> Docx.of(p(run("Sum "), field("42", DDE_IN_SIX))))
                .loses("marker", "EAU"));
        all.add(vector("dde-simple", () -> Docx.of(p(run("Sum "), simpleField("42", "DDE marker marker"))))
                .loses("marker"));
        all.add(nestedInQuote());
        all.add(quotedCharacterCodes());
        all.add(deletedInstruction());
        all.add(unended());
        all.addAll(textInInstruction());
        all.add(instructionInResult());
        all.addAll(buttons());
        all.addAll(places());
        all.addAll(instructions());
        return all;
    }

    /** A hostile document against a twin that shows its text without any field. */
    private static Vector vector(String name, Supplier<OoxmlPackage> hostile) {
        return Vector.of("docx-field-" + name, "docx", () -> hostile.get().bytes(), () -> Docx.of(
                                p(run("Sum "), run("42")))
                        .bytes())
                .keeps("Sum ", "42");
    }

    /** The inner field gives the outer one its argument, so that no single instruction reads DDEAUTO with its command. */
    private static Vector nestedInQuote() {
        return vector(
                        "dde-nested-in-quote",
                        () -> Docx.of(p(
                                run("Sum "),
                                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r>"
                                        + field("inner", " DDEAUTO marker marker ")
                                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("42")
                                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")))
                .loses("marker", "DDEAUTO");
    }

    /** {@code QUOTE 68 68 69} yields the letters D, D, E when the fields are updated. */
    private static Vector quotedCharacterCodes() {
        return vector(
                        "quote-character-codes",
                        () -> Docx.of(p(
                                run("Sum "),
                                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + field("", " QUOTE 68 68 69 65 ")
                                        + "<w:r><w:instrText> marker </w:instrText></w:r>"
                                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("42")
                                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")))
                .loses("marker", "68 68 69");
    }

    /** Rejecting the tracked deletion brings the field back. */
    private static Vector deletedInstruction() {
        return vector(
                        "deleted-instruction",
                        () -> Docx.of(p(
                                run("Sum "),
                                "<w:del w:id=\"1\" w:author=\"A\"><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                                        + "<w:r><w:delInstrText> DDEAUTO marker marker </w:delInstrText></w:r>"
                                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:del>",
                                run("42"))))
                .loses("marker", "DDEAUTO");
    }

    /** Programs join all text before the result into the instruction, whether it stands in the element for it or not. */
    private static List<Vector> textInInstruction() {
        String command = "<w:r><w:t xml:space=\"preserve\"> DDEAUTO marker marker </w:t></w:r>";
        String page = "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>";
        return List.of(
                amongInstruction("text-before-instruction", command + page),
                amongInstruction("text-behind-instruction", page + command),
                amongInstruction("text-instead-of-instruction", command),
                amongInstruction(
                        "deleted-text-in-instruction",
                        "<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText> DDEAUTO marker marker </w:delText></w:r></w:del>"
                                + page),
                amongInstruction(
                        "formula-in-instruction",
                        "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>"
                                + "DDEAUTO marker marker</m:t></m:r></m:oMath>" + page),
                amongInstruction(
                        "symbol-in-instruction", "<w:r><w:sym w:font=\"marker\" w:char=\"F044\"/></w:r>" + page));
    }

    private static Vector amongInstruction(String name, String instruction) {
        return vector(
                        name,
                        () -> Docx.of(p(
                                run("Sum "),
                                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + instruction
                                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("42")
                                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")))
                .loses("marker", "DDEAUTO");
    }

    private static Vector instructionInResult() {
        return vector(
                        "instruction-in-result",
                        () -> Docx.of(p(
                                run("Sum "),
                                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                                        + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("42")
                                        + "<w:r><w:instrText> DDEAUTO marker marker </w:instrText></w:r>"
                                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")))
                .loses("marker", "DDEAUTO");
    }

    private static Vector unended() {
        return vector(
                        "unended",
                        () -> Docx.of(p(
                                run("Sum "),
                                run("42"),
                                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                                        + "<w:r><w:instrText> DDEAUTO marker marker </w:instrText></w:r>")))
                .loses("marker", "DDEAUTO");
    }

    /** Fields that show part of their instruction; they have no result. */
    private static List<Vector> buttons() {
        return List.of(
                button("macro-button", piece("", " MACROBUTTON marker press here "), run("press here")),
                button(
                        "macro-button-quoted",
                        piece("", " macrobutton \"marker x\" press  &amp; here"),
                        run("press  & here")),
                button("go-to-button", piece("", "GOTOBUTTON marker press here"), run("press here")),
                button(
                        "macro-button-in-runs",
                        piece("", " MACRO")
                                + piece("", "BUTTON mar")
                                + piece("<w:b/>", "ker press")
                                + piece("<w:i/>", " here "),
                        "<w:r><w:rPr><w:b/></w:rPr><w:t>press</w:t></w:r>"
                                + "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> here</w:t></w:r>"));
    }

    private static String piece(String format, String text) {
        return "<w:r><w:rPr>" + format + "</w:rPr><w:instrText xml:space=\"preserve\">" + text + "</w:instrText></w:r>";
    }

    private static Vector button(String name, String pieces, String twin) {
        return Vector.of(
                        "docx-field-" + name,
                        "docx",
                        () -> Docx.of(p(
                                        run("Please "),
                                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + pieces
                                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"))
                                .bytes(),
                        () -> Docx.of(p(run("Please "), twin)).bytes())
                .loses("marker", "BUTTON")
                .keeps("Please ", "press", "here");
    }

    private static List<Vector> places() {
        String dde = p(field("shown", " DDEAUTO marker marker "));
        return List.of(
                Vector.of(
                                "docx-field-in-header",
                                "docx",
                                () -> Docx.header(Docx.saying("Body"), dde).bytes(),
                                () -> Docx.header(Docx.saying("Body"), Docx.paragraph("shown"))
                                        .bytes())
                        .loses("marker", "DDEAUTO")
                        .keeps("Body", "shown"),
                Vector.of(
                                "docx-field-in-comment",
                                "docx",
                                () -> DocxReview.comment(dde).bytes(),
                                () -> DocxReview.comment(Docx.paragraph("shown"))
                                        .bytes())
                        .loses("marker", "DDEAUTO")
                        .keeps("Body", "shown"),
                Vector.of(
                                "docx-field-in-footnote",
                                "docx",
                                () -> DocxReview.footnote(dde).bytes(),
                                () -> DocxReview.footnote(Docx.paragraph("shown"))
                                        .bytes())
                        .loses("marker", "DDEAUTO")
                        .keeps("Body", "shown"),
                Vector.of(
                                "docx-field-in-both-branches-of-a-text-box",
                                "docx",
                                () -> Docx.of(Docx.paragraph("Body"), textBox(dde, dde))
                                        .bytes(),
                                () -> Docx.of(Docx.paragraph("Body"), textBox(Docx.paragraph("shown"), ""))
                                        .bytes())
                        .loses("marker", "DDEAUTO")
                        .keeps("Body", "shown"));
    }

    /** A text box as Word writes it: a DrawingML shape, and the same in VML for older readers. */
    static String textBox(String choice, String fallback) {
        String shape =
                "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"1828800\" cy=\"457200\"/>"
                        + "<wp:docPr id=\"5\" name=\"Box\"/><a:graphic><a:graphicData"
                        + " uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/>"
                        + "<wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1828800\" cy=\"457200\"/></a:xfrm>"
                        + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>"
                        + choice
                        + "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>";
        if (fallback.isEmpty()) {
            return "<w:p><w:r>" + shape + "</w:r></w:p>";
        }
        return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + shape
                + "</mc:Choice><mc:Fallback><w:pict>"
                + "<v:shape id=\"s5\" style=\"width:144pt;height:36pt\"><v:textbox><w:txbxContent>" + fallback
                + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    }

    private static List<Vector> instructions() {
        List<Vector> all = new ArrayList<>();
        for (String instruction : List.of(
                "INCLUDETEXT \"http://example.invalid/marker.docx\"",
                "INCLUDEPICTURE \"http://example.invalid/marker.png\" \\d",
                "includepicture \\\\\\\\example.invalid\\\\marker.png",
                "IMPORT \"\\\\\\\\example.invalid\\\\marker.png\"",
                "LINK Excel.Sheet.12 \"\\\\\\\\example.invalid\\\\marker.xlsx\" Sheet1!R1C1 \\a \\r",
                "EMBED marker",
                "DATABASE \\d \"c:\\\\marker.mdb\" \\s \"select marker\"",
                "MACROBUTTON marker click",
                "GOTOBUTTON marker click",
                "ASK marker \"marker\"",
                "FILLIN \"marker\"",
                "SET marker \"marker\"",
                "AUTOTEXT marker",
                "GLOSSARY marker",
                "PRINT 27\"marker\"",
                "PRIVATE marker",
                "ADDIN marker",
                "CONTROL marker",
                "HTMLCONTROL marker",
                "MERGEFIELD marker",
                "NEXTIF marker = 1",
                "RD \"c:\\\\marker.docx\"",
                "DOCVARIABLE marker",
                "BARCODE marker",
                "TEMPLATE marker",
                "HYPERLINK \"file:///c:/marker.exe\"",
                "HYPERLINK \"java\tscript:marker()\"",
                "HYPERLINK \\m \"http://u:marker@example.invalid/\"",
                "marker")) {
            String name = instruction.strip().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
            all.add(vector(
                            "instruction-" + all.size() + "-" + (name.isEmpty() ? "expression" : name),
                            () -> Docx.of(p(run("Sum "), field("42", " " + instruction + " "))))
                    .loses("marker"));
        }
        return all;
    }
}
