package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;

/** Places of a PDF file that no reader shows. */
public final class PdfHidingPlaces {

    private static final String RESOURCES = "/Resources<</Font<</F1 5 0 R>>/XObject<</I 10 0 R>>>>";

    private PdfHidingPlaces() {}

    public static List<Placement> all() {
        return List.of(
                text("before-header", (file, t) -> t + "\n" + file),
                text("after-end", (file, t) -> file + t),
                text("comment", (file, t) -> file.replace("%PDF-1.7\n", "%PDF-1.7\n%" + t + "\n")),
                text("between-objects", (file, t) -> file.replace("endobj\n", "endobj\n" + t + "\n")),
                text("version", (file, t) -> file.replace("%PDF-1.7", "%PDF-1.7" + t)),
                objects("unreferenced", (f, t) -> f.object(30, "(" + t + ")")),
                objects("unknown-key", (f, t) -> f.add(3, "/" + t + " 1")),
                objects("unknown-value", (f, t) -> f.add(1, "/Evil(" + t + ")")),
                objects(
                        "doubled-key",
                        (f, t) -> f.object(5, "<</BaseFont/" + t + "/Type/Font/Subtype/Type1/BaseFont/Helvetica>>")),
                objects("ignored-name", (f, t) -> f.add(5, "/Name/" + t)),
                objects("content-comment", (f, t) -> f.stream(4, "", "%" + t + "\n" + PdfBuilder.SHOWN)),
                objects("content-operator", (f, t) -> f.stream(4, "", "(" + t + ") evil\n" + PdfBuilder.SHOWN)),
                objects(
                        "content-compatibility",
                        (f, t) -> f.stream(4, "", "BX (" + t + ") zz EX\n" + PdfBuilder.SHOWN)),
                objects(
                        "content-properties",
                        (f, t) -> f.stream(4, "", "/Span<</X(" + t + ")>>BDC EMC\n" + PdfBuilder.SHOWN)),
                objects("content-end", (f, t) -> f.stream(4, "", PdfBuilder.SHOWN + " (" + t + ")")),
                objects(
                        "behind-mesh",
                        (f, t) -> f
                                .object(
                                        3,
                                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>"
                                                + "/Shading<</S 20 0 R>>>>>>")
                                .stream(
                                        20,
                                        "/ShadingType 4/ColorSpace/DeviceGray/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8"
                                                + "/Decode[0 1 0 1 0 1]",
                                        "\0\1\1\1\0\2\2\2\0\3\3\3" + t)),
                objects("behind-samples", (f, t) -> image(f, "/Filter/FlateDecode", PdfBuilder.deflated("\u0080" + t))),
                objects("behind-deflate", (f, t) -> image(f, "/Filter/FlateDecode", PdfBuilder.deflated("\u0080") + t)),
                objects("behind-hex", (f, t) -> image(f, "/Filter/ASCIIHexDecode", "80>" + t)),
                objects("behind-85", (f, t) -> image(f, "/Filter/ASCII85Decode", "J,~>" + t)),
                objects("behind-run", (f, t) -> image(f, "/Filter/RunLengthDecode", "\0\u0080\u0080" + t)),
                objects("behind-lzw", (f, t) -> image(f, "/Filter/LZWDecode", "\u0080   " + t)),
                objects(
                        "inline-key",
                        (f, t) -> f.stream(
                                4, "", PdfBuilder.SHOWN + "q BI /W 1 /H 1 /BPC 8 /CS /G /X(" + t + ") ID A\nEI Q\n")),
                objects(
                        "inline-operand",
                        (f, t) -> f.stream(
                                4, "", PdfBuilder.SHOWN + "q BI (" + t + ") /W 1 /H 1 /BPC 8 /CS /G ID A\nEI Q\n")),
                objects("extensions", (f, t) -> f.add(1, "/Extensions<</ADBE<</BaseVersion/" + t + ">>>>")),
                objects(
                        "behind-fax",
                        (f, t) -> image(
                                f, "/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 1/Rows 1>>", "&\u00A0" + t)),
                objects(
                        "character-map",
                        (f, t) -> f.add(5, "/ToUnicode 31 0 R").stream(
                                31,
                                "",
                                "%" + t + "\n/" + t
                                        + " 1 def 1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar <41><0041> endbfchar")),
                objects(
                        "calculator",
                        (f, t) -> f.object(3, page("/ColorSpace<</C[/Separation/A/DeviceGray 31 0 R]>>")).stream(
                                31, "/FunctionType 4/Domain[0 1]/Range[0 1]", "{%" + t + "\n dup pop } " + t)),
                objects("optional-content", (f, t) -> f.add(1, "/OCProperties<</OCGs[]/D<</Creator(" + t + ")>>>>")),
                objects("page-label", (f, t) -> f.add(1, "/PageLabels<</Nums[0<</S/D/X(" + t + ")>>]>>")),
                objects("destination", (f, t) -> f.add(1, "/OpenAction[3 0 R/XYZ 0 0 0(" + t + ")]")),
                objects(
                        "font-program",
                        (f, t) -> f
                                .add(5, "/FontDescriptor 31 0 R")
                                .object(31, "<</Type/FontDescriptor/FontName/Helvetica/FontFile2 32 0 R>>")
                                .stream(32, "", t)));
    }

    private static PdfBuilder image(PdfBuilder file, String filter, String data) {
        return file
                .object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R" + RESOURCES + ">>")
                .stream(4, "", PdfBuilder.SHOWN + "/I Do\n")
                .stream(
                        10,
                        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 1/ColorSpace/DeviceGray"
                                + filter,
                        data);
    }

    private static String page(String resources) {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>"
                + resources + ">>>>";
    }

    private static Placement objects(String name, BiFunction<PdfBuilder, String, PdfBuilder> change) {
        return Placement.of("pdf-" + name, "pdf", token -> change.apply(PdfBuilder.onePage(), token.text())
                .plain());
    }

    private static Placement text(String name, BiFunction<String, String, String> change) {
        return Placement.of("pdf-" + name, "pdf", token -> changed(change, token));
    }

    private static byte[] changed(BiFunction<String, String, String> change, Token token) {
        String file = new String(PdfBuilder.onePage().plain(), StandardCharsets.ISO_8859_1);
        return PdfBuilder.bytes(change.apply(file, token.text()));
    }
}
