package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kiyome.testcorpus.zip.Bytes;

/** Fonts, character maps and colour profiles that attack those who read them. */
final class PdfFonts {

    private PdfFonts() {}

    static List<PdfCase> all() {
        // JMPR back by two bytes, for ever.
        byte[] program = new Bytes().octets(0xB8, -1, -3, 0x1C).toArray();
        return List.of(
                PdfCase.of("font-type1-matrix", () -> font("FontFile", "", Type1.matrix()))
                        .loses("evil.example.invalid"),
                PdfCase.of("font-type1-recursive", () -> font("FontFile", "", Type1.recursive())),
                PdfCase.of("font-type1-count", () -> font("FontFile", "", Type1.count())),
                PdfCase.of("font-type1", () -> font("FontFile", "", Type1.plain())),
                PdfCase.of("font-compact-recursive", () -> compact(Compact.recursive())),
                PdfCase.of("font-compact-exponential", () -> compact(Compact.exponential())),
                PdfCase.of("font-compact-count", () -> compact(Compact.count())),
                PdfCase.of(
                        "font-truetype-program",
                        () -> font(
                                "FontFile2",
                                "",
                                Sfnt.plain()
                                        .with("fpgm", program)
                                        .with("prep", program)
                                        .text())),
                PdfCase.of(
                        "font-truetype-itself",
                        () -> font(
                                "FontFile2",
                                "",
                                Sfnt.withGlyph(Sfnt.composite(2)).text())),
                PdfCase.of(
                        "font-truetype-offsets",
                        () -> font(
                                "FontFile2",
                                "",
                                Sfnt.plain()
                                        .with("loca", new byte[] {0, 0, 127, -1, 0, 1, -1, -1})
                                        .text())),
                PdfCase.of(
                                "font-truetype-names",
                                () -> font(
                                        "FontFile2",
                                        "",
                                        Sfnt.plain()
                                                .with("name", PdfBuilder.bytes("evilmark"))
                                                .text()))
                        .loses("evilmark"),
                PdfCase.of("font-no-kind", () -> PdfBuilder.onePage()
                        .object(5, "<</Type/Font/BaseFont/Helvetica>>")
                        .plain()),
                PdfCase.of("font-unknown-kind", () -> PdfBuilder.onePage()
                        .object(5, "<</Type/Font/Subtype/Evil/BaseFont/Helvetica>>")
                        .plain()),
                PdfCase.of("font-type3-matrix", () -> PdfBuilder.onePage()
                                .object(
                                        5,
                                        "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0(evilmark)]/CharProcs<<>>/Encoding<</Differences[]>>"
                                                + "/FirstChar 0/LastChar 0/Widths[0]>>")
                                .plain())
                        .loses("evilmark"),
                PdfCase.of(
                                "map-range",
                                () -> map("1 begincidrange\n<00000000> <FFFFFFFF> 0\nendcidrange\n"),
                                () -> map(""))
                        .hides(),
                PdfCase.of(
                                "map-ranges",
                                () -> map("1 begincidrange\n<0000> <FFFF> 0\nendcidrange\n".repeat(2_000)),
                                () -> map(""))
                        .hides(),
                PdfCase.of("map-program", () -> map("(evilmark) run\n/x { x } def x\n"), () -> map(""))
                        .hides()
                        .loses("evilmark"),
                PdfCase.of(
                        "unicode-range",
                        () -> unicode("1 beginbfrange\n<0000> <FFFF> <" + "0041".repeat(2000) + ">\nendbfrange\n")),
                PdfCase.of("profile-tags", () -> profile(header(0x7FFFFFFF))),
                PdfCase.of(
                        "profile-tag-past-the-end",
                        () -> profile(header(1) + "rXYZ" + "\u007F\u00FF\u00FF\u00FF\0\0\0\24")),
                PdfCase.of(
                        "profile-curve",
                        () -> profile(header(1) + "kTRC\0\0\0\u0090\0\0\0\u000Ccurv\0\0\0\0\u007F\u00FF\u00FF\u00FF")),
                PdfCase.of(
                                "profile-text",
                                () -> profile(header(1) + "cprt\0\0\0\u0090\0\0\0\u0010text\0\0\0\0evilmark"))
                        .loses("evilmark"));
    }

    static byte[] font(String key, String entries, String program) {
        String packed = PdfBuilder.deflated(program);
        String kind = key.equals("FontFile2") ? "TrueType" : "Type1";
        return PdfBuilder.onePage()
                .object(
                        5,
                        "<</Type/Font/Subtype/" + kind
                                + "/BaseFont/AAAAAA+Font/FirstChar 75/LastChar 75/Widths[600]/FontDescriptor 6 0 R>>")
                .object(
                        6,
                        "<</Type/FontDescriptor/FontName/AAAAAA+Font/Flags 4/FontBBox[0 0 500 500]/ItalicAngle 0/Ascent 800/Descent -200"
                                + "/CapHeight 700/StemV 80/" + key + " 7 0 R>>")
                .stream(7, entries + "/Length1 " + program.length() + "/Filter/FlateDecode", packed)
                .plain();
    }

    private static byte[] compact(String program) {
        return font("FontFile3", "/Subtype/Type1C", program);
    }

    private static byte[] map(String body) {
        return PdfBuilder.onePage()
                .object(5, "<</Type/Font/Subtype/Type0/BaseFont/Font/Encoding 6 0 R/DescendantFonts[7 0 R]>>")
                .stream(6, "/Type/CMap/CMapName/Font/CIDSystemInfo 8 0 R", cmap(body))
                .object(
                        7,
                        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Font/CIDSystemInfo 8 0 R/FontDescriptor 9 0 R/DW 500>>")
                .object(8, "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
                .object(
                        9,
                        "<</Type/FontDescriptor/FontName/Font/Flags 4/FontBBox[0 0 500 500]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight"
                                + " 700/StemV 80>>")
                .plain();
    }

    private static byte[] unicode(String body) {
        return PdfBuilder.onePage().add(5, "/ToUnicode 6 0 R").stream(6, "", cmap(body))
                .plain();
    }

    static String cmap(String body) {
        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Font def\n1 begincodespacerange\n<0000> <FFFF>\n"
                + "endcodespacerange\n" + body + "endcmap\nend\nend\n";
    }

    /** A profile's header (ICC.1, 7.2) and the count of its tags. */
    private static String header(int tags) {
        byte[] bytes = new Bytes()
                .bigEndian32(0x200)
                .ascii("none")
                .bigEndian32(0x2100000)
                .ascii("mntr")
                .ascii("GRAY")
                .ascii("XYZ ")
                .raw(new byte[12])
                .ascii("acsp")
                .raw(new byte[88])
                .bigEndian32(tags)
                .toArray();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] profile(String profile) {
        return PdfBuilder.onePage()
                .object(
                        3,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                                + "/Resources<</Font<</F1 5 0 R>>/ColorSpace<</C[/ICCBased 6 0 R]>>>>>>")
                .stream(6, "/N 1", profile)
                .plain();
    }
}
