package jp.kiyome.testcorpus.rtf;

import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.image.ImageVectors;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Hostile RTF files, each in the ways that hide an object or a field from those who look for it, with their clean twins. */
public final class RtfVectors {

    /** "d0cf11e0" and a word, as hexadecimal digits: what an embedded object begins with. */
    private static final String DATA = "d0cf11e0a1b11ae1" + Rtf.hex(Rtf.bytes("payload"));

    private RtfVectors() {}

    public static List<Vector> all() {
        return Stream.of(objects(), fields(), others(), structure())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Vector> objects() {
        String split = DATA.replaceAll("(..)", "$1\r\n \t");
        return List.of(
                object(
                        "rtf-object",
                        "{\\object\\objemb{\\*\\objclass Equation.3}{\\*\\objdata " + DATA
                                + "}{\\result {\\f1 picture}}}"),
                object("rtf-object-white-space", "{\\object\\objemb{\\*\\objdata " + split + "}}"),
                object("rtf-object-groups-in-hex", "{\\object{\\*\\objdata d0cf{}11{\\*\\x aa}e0" + DATA + "}}"),
                object("rtf-object-words-in-hex", "{\\object{\\*\\objdata d0\\b0 cf\\par 11e0" + DATA + "}}"),
                object("rtf-object-bin-in-hex", "{\\object{\\*\\objdata d0cf\\bin4 {}}x11e0" + DATA + "}}"),
                object("rtf-object-quoted-hex", "{\\object{\\*\\objdata d0\\'63\\'66" + DATA + "}}"),
                object(
                        "rtf-object-in-ignorable",
                        "{\\*\\unknown{\\object{\\*\\objdata " + DATA + "}}}",
                        "rtf.unknown-destination"),
                object("rtf-object-no-star", "{\\object{\\objdata " + DATA + "}}"),
                object("rtf-object-data-alone", "{\\*\\objdata " + DATA + "}"),
                object("rtf-object-data-late", "{\\b\\objdata " + DATA + "}"),
                object("rtf-object-split-word", "{\\object{\\*\\obj\r\ndata " + DATA + "}}"),
                object(
                        "rtf-object-link",
                        "{\\object\\objautlink\\objupdate{\\*\\objdata " + DATA + "}}",
                        "active.ole-object",
                        "active.ole-link"),
                object(
                        "rtf-object-in-upr",
                        "{\\upr{\\object{\\*\\objdata " + DATA + "}}{\\*\\ud{\\f1 text}}}",
                        new String[0]),
                object(
                        "rtf-object-in-instruction",
                        "{\\field{\\*\\fldinst PAGE {\\object{\\*\\objdata " + DATA + "}}}{\\fldrslt 1}}"),
                object("rtf-object-deep", "{".repeat(100) + "{\\object{\\*\\objdata " + DATA + "}}" + "}".repeat(100)));
    }

    private static Vector object(String name, String body, String... codes) {
        String[] expected =
                codes.length > 0 || name.equals("rtf-object-in-upr") ? codes : new String[] {"active.ole-object"};
        return vector(name, body, "", expected).loses(DATA, "payload", "objdata");
    }

    private static List<Vector> fields() {
        return List.of(
                field("rtf-dde", "DDEAUTO c:\\\\\\\\windows\\\\\\\\calc.exe \"/c x\"", "active.dde")
                        .loses("calc.exe"),
                vector(
                                "rtf-dde-split",
                                "{\\field{\\*\\fldinst {\\b D}{\\i DE}{AUTO cmd \"/c calc\"}}{\\fldrslt result}}",
                                "{\\f1 result}",
                                "active.dde")
                        .loses("/c calc"),
                field("rtf-include-picture", "INCLUDEPICTURE \"http://example.invalid/a.png\"", "active.field")
                        .loses("example.invalid"),
                field("rtf-include-text", "INCLUDETEXT \"http://example.invalid/a.doc\"", "active.field")
                        .loses("example.invalid"),
                field("rtf-link", "LINK Excel.Sheet.8 \"c:\\\\\\\\a.xls\"", "active.field")
                        .loses("Excel.Sheet"),
                field("rtf-hyperlink-file", "HYPERLINK \"file:///c:/calc.exe\"", "link.scheme")
                        .loses("calc.exe"),
                vector(
                                "rtf-field-nested",
                                "{\\field{\\*\\fldinst QUOTE {\\field{\\*\\fldinst DDE cmd x}{\\fldrslt y}}}{\\fldrslt result}}",
                                "{\\f1 result}",
                                "active.dde",
                                "active.field")
                        .loses("DDE"));
    }

    private static Vector field(String name, String instruction, String code) {
        return vector(name, "{\\field{\\*\\fldinst " + instruction + "}{\\fldrslt result}}", "{\\f1 result}", code);
    }

    private static List<Vector> others() {
        return List.of(
                vector("rtf-template", "{\\*\\template http://example.invalid/a.dotm}", "", "active.attached-template")
                        .loses("example.invalid"),
                vector("rtf-datastore", "{\\*\\datastore 0105" + DATA + "}", "", "metadata.custom-xml")
                        .loses(DATA),
                vector(
                                "rtf-fragments",
                                "{\\shp{\\*\\shpinst{\\sp{\\sn pFragments}{\\sv 1;1;11111111acc8}}}}",
                                "{\\shp{\\*\\shpinst}}",
                                "rtf.shape-property")
                        .loses("pFragments"),
                vector(
                                "rtf-shape-picture-path",
                                "{\\shp{\\*\\shpinst{\\sp{\\sn pibName}{\\sv http://example.invalid/a}}}}",
                                "{\\shp{\\*\\shpinst}}",
                                "rtf.shape-property")
                        .loses("example.invalid"),
                vector(
                                "rtf-list-override-count",
                                "{\\*\\listoverridetable{\\listoverride\\listoverridecount99999}}",
                                "{\\*\\listoverridetable{\\listoverride}}",
                                "rtf.value")
                        .loses("99999"),
                vector(
                                "rtf-list-override-count-25",
                                overrides(25, 34),
                                "{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}",
                                "rtf.value")
                        .loses("listoverridecount25", "\\lfolevel"),
                vector("rtf-list-override-more-levels", overrides(9, 34), overrides(9, 9), "rtf.value")
                        .loses("levelstartat33"),
                vector(
                                "rtf-list-override-counted-twice",
                                "{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount1{\\lfolevel}"
                                        + "\\listoverridecount9{\\lfolevel\\levelstartat77}\\ls1}}",
                                overrides(1, 1),
                                "rtf.value")
                        .loses("levelstartat77"),
                vector(
                        "rtf-list-levels",
                        "{\\*\\listtable{\\list\\listid1" + "{\\listlevel\\levelstartat77}".repeat(40) + "}}",
                        "{\\*\\listtable{\\list\\listid1" + "{\\listlevel\\levelstartat77}".repeat(9) + "}}",
                        "rtf.value"),
                array("rtf-array-short", "9;4;"),
                array("rtf-array-long", "8;1;(0,0);(1,1);(2,2)"),
                array("rtf-array-count", "2147483647;1"),
                array("rtf-array-size", "7;1;(0,0)"),
                vector("rtf-picture-size", picture("2147483647"), picture("300"), "rtf.value")
                        .loses("2147483647"),
                vector(
                                "rtf-cell-edge",
                                "\\trowd\\cellx2147483647\\intbl a\\cell\\row\\pard",
                                "\\trowd\\cellx2000\\intbl a\\cell\\row\\pard",
                                "rtf.value")
                        .loses("2147483647"),
                vector("rtf-fonts", "{\\fonttbl" + manyFonts() + "}", "", "rtf.fonts")
                        .loses("\\f1400"),
                vector("rtf-binary", "\\bin7 payload", "", "rtf.binary").loses("payload"),
                vector(
                        "rtf-fallback-count",
                        "\\uc40\\u12354 0123456789012345678901234567890123456789",
                        "\\uc1\\u12354?",
                        "rtf.value"),
                vector("rtf-html", "{\\*\\htmltag64 <script src=http://example.invalid/>}", "", "metadata.tag")
                        .loses("example.invalid"),
                vector("rtf-variable", "{\\*\\docvar {a}{payload}}", "", "metadata.properties")
                        .loses("payload"));
    }

    /** An override of a list with so many levels, whatever it says of their number. */
    private static String overrides(int count, int levels) {
        StringBuilder override =
                new StringBuilder("{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount");
        override.append(count);
        for (int i = 0; i < levels; i++) {
            override.append("{\\lfolevel\\listoverridestartat\\levelstartat")
                    .append(i)
                    .append('}');
        }
        return override.append("\\ls1}}").toString();
    }

    /** An array that does not hold what it says: readers believe the count. */
    private static Vector array(String name, String value) {
        return vector(name, vertices(value), "{\\shp{\\*\\shpinst}}", "rtf.shape-property")
                .loses(value);
    }

    private static String vertices(String value) {
        return "{\\shp{\\*\\shpinst{\\sp{\\sn pVertices}{\\sv " + value + "}}}}";
    }

    private static String picture(String width) {
        String png = Rtf.hex(ImageVectors.plainPng());
        return "{\\pict\\picw" + width + "\\pich300\\picwgoal300\\pichgoal300\\pngblip\n" + png + "}";
    }

    private static String manyFonts() {
        StringBuilder fonts = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            fonts.append("{\\f").append(i).append("\\fnil A;}");
        }
        return fonts.toString();
    }

    private static List<Vector> structure() {
        return List.of(
                vector("rtf-too-deep", "{".repeat(300) + "\\b" + "}".repeat(300), "")
                        .ends(Ending.REFUSED),
                vector("rtf-binary-too-long", "\\bin2000000000 x", "").ends(Ending.REFUSED),
                whole(
                        "rtf-short-header",
                        "{\\rt\\ansi{\\object{\\*\\objdata " + DATA + "}} shown\\par}",
                        "{\\rtf1\\ansi shown\\par}",
                        "active.ole-object",
                        "rtf.header"),
                whole(
                        "rtf-unclosed",
                        "{\\rtf1\\ansi shown\\par{\\object{\\*\\objdata " + DATA,
                        "{\\rtf1\\ansi shown\\par}",
                        "active.ole-object",
                        "rtf.unclosed"),
                whole(
                        "rtf-second-document",
                        "{\\rtf1\\ansi shown\\par}{\\rtf1{\\object{\\*\\objdata " + DATA + "}}}",
                        "{\\rtf1\\ansi shown\\par}",
                        "rtf.trailing"));
    }

    private static Vector whole(String name, String hostile, String twin, String... codes) {
        return Vector.of(name, "rtf", () -> Rtf.bytes(hostile), () -> Rtf.bytes(twin))
                .finds(codes)
                .loses(DATA)
                .keeps("shown");
    }

    private static Vector vector(String name, String hostile, String twin, String... codes) {
        return Vector.of(name, "rtf", () -> Rtf.of(hostile), () -> Rtf.of(twin))
                .finds(codes)
                .keeps("shown");
    }

    public static List<Sample> benign() {
        String png = Rtf.hex(ImageVectors.plainPng());
        return List.of(
                sample("rtf-plain", "{\\b \\'82\\'a0\\'83e\\'83X\\'83g}\\tab a\\u12354?\\u-10179?\\u-8704?\\line\\par"),
                sample(
                        "rtf-field",
                        "{\\field{\\*\\fldinst { HYPERLINK \"https://example.invalid/\" }}{\\fldrslt {\\ul link}}}{\\field{\\*\\fldinst {PAGE}}{\\fldrslt 1}}"),
                sample(
                        "rtf-nested-field",
                        "{\\field{\\*\\fldinst {TC \"}{\\field{\\*\\fldinst {SEQ a}}{\\fldrslt 1}}{\"}}{\\fldrslt x}}"),
                sample("rtf-table", "\\trowd\\trgaph100\\cellx2000\\cellx4000\\intbl a\\cell b\\cell\\row\\pard"),
                sample("rtf-picture", "{\\pict\\picwgoal300\\pichgoal300\\pngblip\n" + png + "}")
                        .pictures(1),
                sample(
                        "rtf-shape",
                        "{\\shp{\\*\\shpinst\\shpleft0\\shptop0\\shpright100\\shpbottom100{\\sp{\\sn shapeType}{\\sv 1}}{\\shptxt box\\par}}}"),
                sample("rtf-array", vertices("8;3;(0,0);(21600,0);(0,-5)")),
                sample("rtf-array-of-numbers", vertices("2;2;16384;1;")),
                sample("rtf-overrides", overrides(1, 1)),
                sample("rtf-footnote", "text{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} note}}"),
                sample("rtf-bookmark", "{\\*\\bkmkstart a}x{\\*\\bkmkend a}"),
                sample("rtf-list", "{\\pntext\\f1 1.\\tab}{\\*\\pn\\pnlvlbody\\pndec\\pnstart1{\\pntxta .}}item\\par"));
    }

    /** Many fields, many groups, many overrides, long arrays. */
    public static List<Sample> worst() {
        return List.of(
                sample("rtf-worst-fields", "{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}".repeat(40_000)),
                sample("rtf-worst-nested", ("{\\field{\\*\\fldinst QUOTE ".repeat(80) + "}".repeat(160)).repeat(500)),
                sample("rtf-worst-groups", ("{\\b ".repeat(200) + "x" + "}".repeat(200)).repeat(2_000)),
                sample("rtf-worst-overrides", overrides(9, 9).repeat(3_000)),
                sample(
                        "rtf-worst-arrays",
                        vertices("8;9999;" + "(0,0);".repeat(9_999)).repeat(40)));
    }

    private static Sample sample(String name, String body) {
        return Sample.of(name, "rtf", () -> Rtf.of(body));
    }
}
