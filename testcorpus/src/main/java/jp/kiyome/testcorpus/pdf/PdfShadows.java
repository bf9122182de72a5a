package jp.kiyome.testcorpus.pdf;

import java.util.List;

/**
 * What a reader is not shown, or shown another time (Mainka, Mladenov, Rohlmann: Shadow Attacks, NDSS 2021), each with the text
 * {@code evilmark} where it hides.
 */
final class PdfShadows {

    private static final String FORM = "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>";
    private static final String OVER = "1 g\n0 0 612 792 re\nf\n0 g\nBT\n/F1 24 Tf\n72 700 Td\n(Kiyome) Tj\nET\n";

    private PdfShadows() {}

    static List<PdfCase> all() {
        return List.of(hide(), replaceFont(), replaceByUpdate(), hideAndReplace(), flippedTables(), information());
    }

    private static PdfBuilder page() {
        return PdfBuilder.onePage();
    }

    /** Hide: a form covers the page until an update takes it away; only the last save counts. */
    private static PdfCase hide() {
        PdfBuilder covered = page()
                .object(
                        3,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>")
                .stream(4, "", "BT\n/F1 24 Tf\n72 700 Td\n(evilmark) Tj\nET\n/X Do\n")
                .stream(6, FORM, OVER);
        return PdfCase.of("shadow-hide", () -> page().asUpdateOf(covered), page()::plain)
                .loses("evilmark");
    }

    /** Replace: a font whose glyphs are others than its character codes say, put there by an update. */
    private static PdfCase replaceFont() {
        PdfBuilder before = page().object(
                        5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[75/evilmark/i]>>>>");
        return PdfCase.of("shadow-replace-font", () -> page().asUpdateOf(before), page()::plain)
                .loses("evilmark");
    }

    /** Replace: the content of a page by an update; what was signed stays in the file. */
    private static PdfCase replaceByUpdate() {
        PdfBuilder before = page().stream(4, "", "BT\n/F1 24 Tf\n72 700 Td\n(evilmark) Tj\nET\n");
        return PdfCase.of("shadow-replace-content", () -> page().asUpdateOf(before), page()::plain)
                .loses("evilmark");
    }

    /** Hide and replace: a whole second document that nothing leads to, until an update makes its catalogue count. */
    private static PdfCase hideAndReplace() {
        PdfBuilder hidden = page()
                .object(20, "<</Type/Catalog/Pages 21 0 R>>")
                .object(21, "<</Type/Pages/Count 1/Kids[22 0 R]>>")
                .object(
                        22,
                        "<</Type/Page/Parent 21 0 R/MediaBox[0 0 612 792]/Contents 23 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
                .stream(23, "", "BT\n/F1 24 Tf\n72 700 Td\n(evilmark) Tj\nET\n");
        return PdfCase.of("shadow-hide-and-replace", hidden::plain, page()::plain)
                .loses("evilmark");
    }

    /** Hide and replace, after the fact: an update that holds nothing but a table with the other entries. */
    private static PdfCase flippedTables() {
        return PdfCase.of("shadow-flipped-table", PdfShadows::flipped, page()::plain)
                .loses("evilmark");
    }

    private static byte[] flipped() {
        PdfBuilder both = page().stream(24, "", "BT\n/F1 24 Tf\n72 700 Td\n(evilmark) Tj\nET\n");
        // The first save's table says that the page's content is what stands behind the number 24.
        String file = both.text();
        int evil = file.indexOf("24 0 obj");
        int good = file.indexOf("4 0 obj");
        String swapped = file.substring(0, evil) + " 4 0 obj" + file.substring(evil + 8);
        String first = swapped.replace(PdfBuilder.row(good), PdfBuilder.row(evil + 1));
        long previous = PdfBuilder.tableOf(first);
        return PdfBuilder.bytes(first + "xref\n4 1\n" + PdfBuilder.row(good) + "trailer\n<</Size 100/Root 1 0 R/Prev "
                + previous + ">>\nstartxref\n" + first.length() + "\n%%EOF\n");
    }

    /** Who wrote it, with what and when, beside the title that stays. */
    private static PdfCase information() {
        return PdfCase.of(
                        "information",
                        PdfVectors.titled("<</Title(Kiyome)/Author(evilmark)/CreationDate(D:20260101)/Evil(evilmark)>>")
                                ::plain,
                        PdfVectors.titled("<</Title(Kiyome)>>")::plain)
                .loses("evilmark", "20260101");
    }
}
