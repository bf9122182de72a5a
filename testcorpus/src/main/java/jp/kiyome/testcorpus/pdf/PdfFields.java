package jp.kiyome.testcorpus.pdf;

import java.util.List;

/** Form fields whose value is not what they show (ISO 32000-2, 12.7.5): what a program reads is not what a person sees. */
final class PdfFields {

    private static final String DRAWING = "/Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 5 0 R>>>>";
    private static final String TEXT = "/FT/Tx";
    private static final String COMBO = "/FT/Ch/Ff 131072/Opt[[(a)(Kiyome)][(b)(evilmark)]]";
    private static final String LIST = "/FT/Ch/Opt[(Kiyome)(evilmark)(other)]";
    private static final String CHECK =
            "<</Type/Annot/Subtype/Widget/FT/Btn/T(name)/Rect[100 10 120 30]/AP<</N<</evilmark 9 0 R/Kiyome 9 0 R>>>>/AS/Kiyome";

    private PdfFields() {}

    static List<PdfCase> all() {
        return List.of(
                differs(
                        "shadow-field-value",
                        field(TEXT + "/V(evilmark)", "Kiyome"),
                        field(TEXT + "/V(Kiyome)", "Kiyome")),
                differs("shadow-field-no-value", field(TEXT, "Kiyome"), field(TEXT + "/V(Kiyome)", "Kiyome")),
                differs("shadow-field-combo", field(COMBO + "/V(b)", "Kiyome"), field(COMBO + "/V(a)", "Kiyome")),
                differs("shadow-field-parent", kid("/V(evilmark)"), kid("/V(Kiyome)")),
                differs("shadow-field-button", check("/V/evilmark"), check("/V/Kiyome")),
                drawn("shadow-field-list", field(LIST + "/V(Kiyome)", "other"), field(LIST + "/V(Kiyome)", "Kiyome")),
                drawn("shadow-field-second", second("evilmark"), second("Kiyome"))
                        .loses("evilmark"),
                drawn(
                        "shadow-field-unreadable",
                        composite(field(TEXT + "/V(Kiyome)", "evilmark")),
                        field(TEXT + "/V(Kiyome)", "Kiyome")),
                drawn(
                        "shadow-field-invisible",
                        field(TEXT + "/V(Kiyome)", "").stream(
                                9, DRAWING, "BT\n3 Tr\n/F1 9 Tf\n2 5 Td\n(Kiyome) Tj\nET\n0 0 9 9 re\nf\n"),
                        field(TEXT + "/V(Kiyome)", "Kiyome")),
                drawn(
                                "shadow-field-stale",
                                stale(field(TEXT + "/V(Kiyome)", "evilmark")),
                                field(TEXT + "/V(Kiyome)", "Kiyome"))
                        .loses("evilmark"),
                drawn("field-not-drawn", stale(bare("Kiyome")), bare("Kiyome")),
                drawn("field-not-drawn-japanese", stale(bare("\u00FE\u00FFnl0\u0089")), bare("\u00FE\u00FFnl0\u0089")));
    }

    /** The value is mended. */
    private static PdfCase differs(String name, PdfBuilder hostile, PdfBuilder twin) {
        return drawn(name, hostile, twin).loses(hostile.holds("/Opt") ? new String[0] : without(hostile));
    }

    private static String[] without(PdfBuilder hostile) {
        return hostile.holds("(evilmark)") ? new String[] {"evilmark"} : new String[0];
    }

    /** The drawing is mended. */
    private static PdfCase drawn(String name, PdfBuilder hostile, PdfBuilder twin) {
        return PdfCase.of(name, hostile::plain, twin::plain);
    }

    private static PdfBuilder field(String entries, String shown) {
        return form()
                .object(8, "<</Type/Annot/Subtype/Widget/T(name)" + entries + "/Rect[100 10 200 30]/AP<</N 9 0 R>>>>")
                .stream(9, DRAWING, "BT\n/F1 9 Tf\n2 5 Td\n(" + shown + ") Tj\nET\n");
    }

    /** A drawing without the glyphs that its value needs. */
    static PdfBuilder questionMarks() {
        return field(TEXT + "/V(\u00FE\u00FF\0K\0i\0y\0o\0m\0e0\u0089)", "Kiyome?");
    }

    private static PdfBuilder form() {
        return PdfBuilder.onePage()
                .add(1, "/AcroForm<</Fields[8 0 R]/DA(/F1 9 Tf 0 0 1 rg)>>")
                .add(3, "/Annots[8 0 R]");
    }

    private static PdfBuilder bare(String value) {
        return form().object(
                        8,
                        "<</Type/Annot/Subtype/Widget/T(name)/FT/Tx/V(" + value
                                + ")/Rect[100 10 200 30]/MK<</BG[1 1 0]>>>>");
    }

    private static PdfBuilder check(String value) {
        return form().object(8, CHECK + value + ">>").stream(9, DRAWING, "0 0 9 9 re\nf\n");
    }

    /** The value stands in a field above the widget. */
    private static PdfBuilder kid(String value) {
        return field("", "Kiyome")
                .add(8, "/Parent 10 0 R")
                .object(10, "<</FT/Tx/T(above)/Kids[8 0 R]" + value + ">>")
                .object(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>");
    }

    /** A field with two widgets, the second of which shows something else. */
    private static PdfBuilder second(String shown) {
        return PdfBuilder.onePage()
                .add(1, "/AcroForm<</Fields[10 0 R]>>")
                .add(3, "/Annots[8 0 R 11 0 R]")
                .object(8, "<</Type/Annot/Subtype/Widget/Parent 10 0 R/Rect[100 10 200 30]/AP<</N 9 0 R>>>>")
                .stream(9, DRAWING, "BT\n/F1 9 Tf\n2 5 Td\n(Kiyome) Tj\nET\n")
                .object(10, "<</FT/Tx/T(name)/V(Kiyome)/Kids[8 0 R 11 0 R]>>")
                .object(11, "<</Type/Annot/Subtype/Widget/Parent 10 0 R/Rect[100 40 200 60]/AP<</N 12 0 R>>>>")
                .stream(12, DRAWING, "BT\n/F1 9 Tf\n2 5 Td\n(" + shown + ") Tj\nET\n");
    }

    private static PdfBuilder stale(PdfBuilder file) {
        return file.object(
                1,
                "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R]/NeedAppearances true/DA(/F1 9 Tf 0 0 1 rg)>>>>");
    }

    /** A drawing by glyph numbers, which say nothing. */
    private static PdfBuilder composite(PdfBuilder file) {
        return file
                .object(
                        20,
                        "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+None/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
                                + "/BaseFont/AAAAAA+None/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>")
                .stream(
                        9,
                        "/Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 20 0 R>>>>",
                        "BT\n/F1 9 Tf\n2 5 Td\n(evilmark) Tj\nET\n");
    }
}
