package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Places of a PDF file that any bytes can be put into, and bytes to begin with. */
public final class PdfSeeds {

    private static final String RESOURCES =
            "<</Font<</F1 5 0 R>>/ExtGState<</G<</LW 1/SMask/None/BM/Normal>>>>/ColorSpace<</C[/Indexed/DeviceRGB"
                    + " 1<000000FFFFFF>]/S[/Separation/Spot/DeviceGray<</FunctionType 2/Domain[0 1]/N 1>>]>>/Pattern<</P<</PatternType"
                    + " 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function<</FunctionType 2/Domain[0 1]/N 1>>>>>>>>"
                    + "/Properties<</M<</MCID 1>>>>>>";

    private PdfSeeds() {}

    public static List<byte[]> contents() {
        return bytes(
                PdfBuilder.SHOWN,
                "q 1 0 0 1 0 0 cm 0 0 m 9 9 l 1 2 3 4 5 6 c h B* Q /G gs /C cs 1 sc /P scn 0.5 g 1 0 0 RG [3 1] 0 d\n",
                "/Span <</MCID 1/Lang(ja)>> BDC BT /F1 9 Tf [(a) -20 <62>] TJ 1 Tr T* (c) ' 1 2 (d) \" ET EMC\n",
                "BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI\nBX (x) zz EX %comment\n/S sh /X Do\n");
    }

    public static List<byte[]> maps() {
        return bytes(
                PdfFonts.cmap("1 beginbfchar\n<41> <0041>\nendbfchar\n1 beginbfrange\n<42> <50> <0042>\nendbfrange\n"),
                PdfFonts.cmap("1 beginbfrange\n<42> <43> [<0042> <D83DDE00>]\nendbfrange\n/Identity-H usecmap\n"),
                PdfFonts.cmap("1 begincidrange\n<0000> <00FF> 1\nendcidrange\n1 begincidchar\n<0100> 7\nendcidchar\n"));
    }

    public static List<byte[]> fonts() {
        return bytes(Sfnt.plain().text(), Compact.plain(), Compact.recursive(), Type1.plain(), Type1.matrix());
    }

    public static List<byte[]> objects() {
        return bytes(
                RESOURCES,
                "<</XObject<</X 3 0 R/Y 4 0 R/Z 6 0 R>>/Shading<</S 5 0 R>>>>",
                "[1 -.5 +3 (a\\)\\101) <4> /A#42 true null]");
    }

    public static byte[] withContent(byte[] content) {
        return PdfBuilder.onePage()
                .object(
                        3,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources " + RESOURCES + ">>")
                .stream(4, "", latin(content))
                .plain();
    }

    public static byte[] withMap(byte[] map) {
        return PdfBuilder.onePage().add(5, "/ToUnicode 6 0 R").stream(6, "", latin(map))
                .add(3, "/Annots[]")
                .object(
                        3,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 7 0 R>>>>>>")
                .object(
                        7,
                        "<</Type/Font/Subtype/Type0/BaseFont/Font/Encoding 8 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
                                + "/BaseFont/Font/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>")
                .stream(8, "/Type/CMap/CMapName/Font", latin(map))
                .plain();
    }

    /** As a program of whichever kind its first bytes say. */
    public static byte[] withFont(byte[] program) {
        return PdfFonts.font("FontFile3", "/Subtype/OpenType", latin(program));
    }

    public static byte[] withResources(byte[] value) {
        return PdfBuilder.onePage()
                .object(
                        3,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 6 0 R/Annots[6 0 R]>>")
                .object(6, latin(value))
                .plain();
    }

    private static List<byte[]> bytes(String... texts) {
        return Arrays.stream(texts).map(PdfBuilder::bytes).toList();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
