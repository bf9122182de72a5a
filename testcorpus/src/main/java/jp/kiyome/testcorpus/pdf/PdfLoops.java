package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Structures that lead back to themselves. */
final class PdfLoops {

    private static final String PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R";
    private static final String FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]";

    private PdfLoops() {}

    static List<PdfCase> all() {
        return List.of(
                file("loop-kids-twice", f -> f.object(2, "<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>")),
                file(
                        "loop-parent",
                        f -> f.object(3, "<</Type/Page/Parent 3 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>")),
                file("loop-outline-next", f -> f.add(1, "/Outlines 6 0 R")
                        .object(6, "<</Type/Outlines/First 7 0 R/Last 8 0 R/Count 2>>")
                        .object(7, "<</Title(One)/Parent 6 0 R/Next 8 0 R/Dest[3 0 R/Fit]>>")
                        .object(8, "<</Title(Two)/Parent 6 0 R/Prev 7 0 R/Next 7 0 R/Dest[3 0 R/Fit]>>")),
                file("loop-names", f -> f.add(1, "/Names<</Dests 6 0 R>>")
                        .object(6, "<</Kids[7 0 R]>>")
                        .object(7, "<</Kids[6 0 R]/Names[(a)[3 0 R/Fit]]>>")),
                file("loop-page-labels", f -> f.add(1, "/PageLabels 6 0 R").object(6, "<</Kids[6 0 R]>>")),
                file("loop-fields", f -> f.add(1, "/AcroForm<</Fields[6 0 R]>>")
                        .object(6, "<</T(name)/FT/Tx/Kids[7 0 R]>>")
                        .object(7, "<</T(inner)/FT/Tx/Parent 6 0 R/Kids[6 0 R]>>")),
                file("loop-structure", f -> f.add(1, "/StructTreeRoot 6 0 R")
                        .object(6, "<</Type/StructTreeRoot/K 7 0 R>>")
                        .object(7, "<</Type/StructElem/S/Document/P 6 0 R/K[7 0 R]>>")),
                file("loop-function", f -> f.object(3, PAGE + resources("/Shading<</S 6 0 R>>"))
                        .object(6, "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function 7 0 R>>")
                        .object(7, "<</FunctionType 3/Domain[0 1]/Functions[7 0 R]/Bounds[]/Encode[0 1]>>")),
                file(
                        "loop-form",
                        f -> f.object(3, PAGE + resources("/XObject<</X 6 0 R>>")).stream(
                                4, "", PdfBuilder.SHOWN + "/X Do\n")
                                .stream(6, FORM + "/Resources<</XObject<</X 6 0 R>>>>", "/X Do\n/X Do\n")),
                file(
                        "loop-pattern",
                        f -> f.object(3, PAGE + resources("/Pattern<</P 6 0 R>>")).stream(
                                4, "", PdfBuilder.SHOWN + "/Pattern cs\n/P scn\n0 0 9 9 re\nf\n")
                                .stream(
                                        6,
                                        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 6 0 R>>>>",
                                        "/Pattern cs\n/P scn\n0 0 9 9 re\nf\n")),
                file(
                        "loop-glyph",
                        f -> f
                                .object(3, PAGE + "/Resources<</Font<</F1 5 0 R/T 6 0 R>>>>>>")
                                .object(
                                        6,
                                        "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 7 0 R>>"
                                                + "/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</T 6 0 R>>>>>>")
                                .stream(7, "", "9 0 d0\nBT\n/T 1 Tf\n(a) Tj\nET\n")),
                file(
                        "loop-soft-mask",
                        f -> f
                                .object(3, PAGE + resources("/ExtGState<</G 6 0 R>>"))
                                .object(6, "<</Type/ExtGState/SMask<</S/Alpha/G 7 0 R>>>>")
                                .stream(
                                        7,
                                        FORM + "/Group<</S/Transparency>>/Resources<</ExtGState<</G 6 0 R>>>>",
                                        "/G gs\n")),
                file("loop-colour-space", f -> f.object(3, PAGE + resources("/ColorSpace<</C 6 0 R>>"))
                        .object(6, "[/Indexed 6 0 R 1<000000FFFFFF>]")),
                file(
                        "loop-mask",
                        f -> f.object(3, PAGE + resources("/XObject<</I 6 0 R>>")).stream(
                                6,
                                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 6 0 R",
                                "x")),
                file("loop-annotation", f -> f.add(3, "/Annots[6 0 R]")
                        .object(6, "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/IRT 6 0 R/Popup 6 0 R>>")),
                file("loop-reference", f -> f.add(1, "/Lang 6 0 R").object(6, "6 0 R")),
                file("loop-length", f -> f.object(4, "<</Length 4 0 R>>\nstream\n" + PdfBuilder.SHOWN + "\nendstream"))
                        .refused(),
                PdfCase.of("loop-tables", PdfLoops::tables),
                PdfCase.of("loop-object-stream-extends", PdfLoops::streams));
    }

    private static PdfCase file(String name, UnaryOperator<PdfBuilder> change) {
        return PdfCase.of(name, () -> change.apply(PdfBuilder.onePage()).plain());
    }

    private static String resources(String more) {
        return "/Resources<</Font<</F1 5 0 R>>" + more + ">>>>";
    }

    /** Whose earlier table is itself. */
    private static byte[] tables() {
        String file = PdfBuilder.onePage().text();
        return PdfBuilder.bytes(file.replace("/Root 1 0 R>>", "/Root 1 0 R/Prev " + PdfBuilder.tableOf(file) + ">>"));
    }

    private static byte[] streams() {
        byte[] plain = PdfBuilder.onePage().inObjectStreams();
        String file = new String(plain, StandardCharsets.ISO_8859_1);
        return PdfBuilder.bytes(file.replace("/Type/ObjStm", "/Type/ObjStm/Extends 6 0 R"));
    }
}
