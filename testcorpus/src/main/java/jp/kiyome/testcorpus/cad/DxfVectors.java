package jp.kiyome.testcorpus.cad;

import static jp.kiyome.testcorpus.cad.Dxf.block;
import static jp.kiyome.testcorpus.cad.Dxf.entity;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.cad.Dxf.Parts;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;

/** Hostile drawings, with their clean twins. */
@SuppressWarnings("StringConcatToTextBlock")
public final class DxfVectors {

    private static final String MARK = "vector-marker";
    private static final String SHARE = "\\\\example.invalid\\" + MARK + "\\";

    private DxfVectors() {}

    public static List<Vector> all() {
        return Stream.of(objects(), paths(), texts(), data(), structure())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Vector> objects() {
        return List.of(
                gone(
                        "ole2frame",
                        p -> p.entities(entity(
                                "OLE2FRAME",
                                "40",
                                "AcDbOle2Frame",
                                "70 2\n3 " + MARK + "\n90 4\n310 D0CF11E0\n1 OLE\n")),
                        "dxf.ole"),
                gone(
                        "oleframe",
                        p -> p.entities(
                                entity("OLEFRAME", "40", "AcDbOleFrame", "70 1\n90 4\n310 D0CF11E0\n1 " + MARK + "\n")),
                        "dxf.ole"),
                gone(
                        "proxy-entity",
                        p -> p.entities(entity(
                                "ACAD_PROXY_ENTITY",
                                "40",
                                "AcDbProxyEntity",
                                "90 498\n91 500\n93 32\n310 AABB\n94 0\n1 " + MARK + "\n")),
                        "dxf.proxy"),
                gone(
                        "proxy-object",
                        p -> p.objects(
                                "0 ACAD_PROXY_OBJECT\n5 41\n330 C\n100 AcDbProxyObject\n90 499\n91 500\n310 AABB\n1 "
                                        + MARK + "\n"),
                        "dxf.proxy"),
                gone(
                        "vba",
                        p -> p.objects(
                                "root ACAD_VBA 41\n0 VBA_PROJECT\n5 41\n330 C\n100 AcDbVbaProject\n90 2\n310 CC61\n1 "
                                        + MARK + "\n"),
                        "dxf.vba",
                        "dxf.dictionary"),
                gone(
                        "field",
                        p -> p.objects(
                                "root ACAD_FIELDLIST 41\n0 FIELD\n5 41\n330 C\n100 AcDbField\n1 AcDiesel\n2 \\AcDiesel $(getvar,"
                                        + MARK + ")\n"),
                        "dxf.field",
                        "dxf.dictionary"),
                gone("datalink", p -> p.objects("0 DATALINK\n5 41\n330 C\n1 " + MARK + "\n"), "dxf.external"),
                gone(
                        "rtext",
                        p -> p.entities(
                                entity("RTEXT", "40", "RText", "10 0.0\n20 0.0\n40 1.0\n70 1\n1 $(" + MARK + ")\n")),
                        "dxf.program"),
                gone(
                        "acis",
                        p -> p.entities(entity("3DSOLID", "40", "AcDbModelerGeometry", "70 1\n1 " + MARK + "\n")),
                        "dxf.acis"),
                gone(
                        "unknown-entity",
                        p -> p.entities(entity("X_" + MARK, "40", "X", "1 " + MARK + "\n")),
                        "dxf.entity"),
                gone(
                        "proxy-graphics",
                        p -> p.entities(
                                "0 LINE\n5 40\n330 1F\n100 AcDbEntity\n8 0\n160 4\n310 AABBCCDD\n100 AcDbLine\n10 1.0\n20 1.0\n11 2.0\n21 2.0\n"),
                        p -> p.entities(entity("LINE", "40", "AcDbLine", "10 1.0\n20 1.0\n11 2.0\n21 2.0\n")),
                        "AABBCCDD",
                        "dxf.binary"),
                gone(
                        "class",
                        p -> p.classes(
                                "0 CLASS\n1 X" + MARK + "\n2 AcX\n3 \"C:\\\\x.arx\"\n90 0\n91 0\n280 0\n281 0\n"),
                        "dxf.class"));
    }

    private static List<Vector> paths() {
        return List.of(
                gone(
                        "xref",
                        p -> p.blocks(xref(SHARE + "plan.dwg")),
                        p -> p.blocks(xref("plan.dwg")),
                        MARK,
                        "dxf.path"),
                gone(
                        "xref-no-drawing",
                        p -> p.blocks(xref(SHARE + "run.exe")),
                        p -> p.blocks(xref("")),
                        MARK,
                        "dxf.reference"),
                gone(
                        "image",
                        p -> p.entities(image()).objects(definition(SHARE + "map.png")),
                        p -> p.entities(image()).objects(definition("map.png")),
                        MARK,
                        "dxf.path"),
                gone(
                        "image-escaped",
                        p -> p.entities(image())
                                .objects(definition(
                                        "\\U+005C\\U+005Cexample.invalid\\U+005C" + MARK + "\\U+005Cmap.png")),
                        p -> p.entities(image()).objects(definition("map.png")),
                        MARK,
                        "dxf.path"),
                gone(
                        "image-address",
                        p -> p.entities(image()).objects(definition("http://example.invalid/" + MARK + "?a.exe")),
                        p -> p,
                        MARK,
                        "dxf.reference",
                        "dxf.incomplete",
                        "dxf.dictionary"),
                gone(
                        "underlay",
                        p -> p.entities(underlay()).objects(pdf(SHARE + "a.pdf")),
                        p -> p.entities(underlay()).objects(pdf("a.pdf")),
                        MARK,
                        "dxf.path"),
                gone(
                        "font",
                        p -> p.tables(style(SHARE + "a.shx", "")),
                        p -> p.tables(style("a.shx", "")),
                        MARK,
                        "dxf.path"),
                gone(
                        "big-font",
                        p -> p.tables(style("txt", "//example.invalid/" + MARK + "/b.shx")),
                        p -> p.tables(style("txt", "b.shx")),
                        MARK,
                        "dxf.path"),
                gone(
                        "hyperlink",
                        p -> p.entities(entity(
                                "LINE",
                                "40",
                                "AcDbLine",
                                "10 1.0\n20 1.0\n11 2.0\n21 2.0\n1001 PE_URL\n1000 http://example.invalid/" + MARK
                                        + "\n")),
                        p -> p.entities(entity("LINE", "40", "AcDbLine", "10 1.0\n20 1.0\n11 2.0\n21 2.0\n")),
                        MARK,
                        "dxf.link"));
    }

    private static List<Vector> texts() {
        return List.of(
                text(
                        "font-path",
                        "{\\F\\\\\\\\example.invalid\\\\" + MARK + "\\\\a.shx;text}",
                        "{\\Fa.shx;text}",
                        "dxf.path"),
                text(
                        "font-slashes",
                        "{\\f//example.invalid/" + MARK + "/a|b0|i0;text}",
                        "{\\fa|b0|i0;text}",
                        "dxf.path"),
                text("field", "text%<\\AcDiesel $(getenv," + MARK + ")>%", "text", "dxf.field"),
                text("field-nested", "text%<\\AcExpr %<\\AcVar " + MARK + ">% \\f \"%lu2\">%", "text", "dxf.field"),
                text("field-open", "text%<\\AcVar", "textAcVar", "dxf.field"));
    }

    private static Vector text(String name, String hostile, String twin, String code) {
        Vector vector = Vector.of("dxf-text-" + name, "dxf", () -> mtext(hostile), () -> mtext(twin))
                .finds(code)
                .keeps("text", Dxf.SHOWN);
        return name.equals("field-open") ? vector.loses("%<\\") : vector.loses(MARK);
    }

    private static byte[] mtext(String text) {
        return Dxf.of(Parts.plain()
                .entities(entity(
                        "MTEXT",
                        "40",
                        "AcDbMText",
                        "10 0.0\n20 0.0\n30 0.0\n40 2.5\n41 10.0\n71 1\n72 5\n1 " + text + "\n")));
    }

    private static List<Vector> data() {
        return List.of(
                gone("comment", p -> p.entities("999 " + MARK + "\n"), "dxf.comment"),
                gone(
                        "thumbnail",
                        p -> p.more(Dxf.section("THUMBNAILIMAGE", "90 4\n310 424D" + "00\n1 " + MARK + "\n")),
                        "dxf.thumbnail"),
                gone("section", p -> p.more(Dxf.section("ACDSDATA", "70 2\n1 " + MARK + "\n")), "dxf.section"),
                gone("saved-by", p -> p.header("9 $LASTSAVEDBY\n1 " + MARK + "\n"), "dxf.metadata"),
                gone("project", p -> p.header("9 $PROJECTNAME\n1 " + MARK + "\n"), "dxf.metadata"),
                gone("identifier", p -> p.header("9 $FINGERPRINTGUID\n2 {" + MARK + "}\n"), "dxf.metadata"),
                gone(
                        "property",
                        p -> p.header("9 $CUSTOMPROPERTYTAG\n1 a\n9 $CUSTOMPROPERTY\n1 " + MARK + "\n"),
                        "dxf.metadata"),
                gone("variable", p -> p.header("9 $X\n1 " + MARK + "\n"), "dxf.variable"),
                gone(
                        "xrecord",
                        p -> p.objects(
                                "root MINE 41\n0 XRECORD\n5 41\n330 C\n100 AcDbXrecord\n280 1\n1 " + MARK + "\n"),
                        "dxf.extension-data",
                        "dxf.dictionary"),
                gone(
                        "xdata",
                        p -> p.entities(entity(
                                "POINT", "40", "AcDbPoint", "10 1.0\n20 1.0\n30 0.0\n1001 MINE\n1000 " + MARK + "\n")),
                        p -> p.entities(entity("POINT", "40", "AcDbPoint", "10 1.0\n20 1.0\n30 0.0\n")),
                        MARK,
                        "dxf.xdata"),
                gone(
                        "group",
                        p -> p.entities("0 POINT\n5 40\n102 {MINE\n1 " + MARK
                                + "\n102 }\n330 1F\n100 AcDbEntity\n8 0\n100 AcDbPoint\n10 1.0\n20 1.0\n30 0.0\n"),
                        p -> p.entities(entity("POINT", "40", "AcDbPoint", "10 1.0\n20 1.0\n30 0.0\n")),
                        MARK,
                        "dxf.group"),
                gone("geodata", p -> p.objects("0 GEODATA\n5 41\n330 C\n301 " + MARK + "\n"), "dxf.geodata"),
                gone("behind", p -> p, p -> p, MARK, "dxf.after-end"),
                gone(
                        "unreached",
                        p -> p.objects("0 GROUP\n5 41\n330 D\n100 AcDbGroup\n300 " + MARK + "\n70 0\n71 1\n"),
                        "dxf.unreached"));
    }

    private static List<Vector> structure() {
        return List.of(
                refused("block-in-itself", p -> p.blocks(block("A", "5", insert("53", "A")))),
                refused(
                        "blocks-in-a-ring",
                        p -> p.blocks(block("A", "5", insert("53", "B")) + block("B", "6", insert("63", "A")))),
                refused("block-bomb", DxfVectors::bomb),
                refused(
                        "array-bomb",
                        p -> p.blocks(block("A", "5", entity("POINT", "53", "AcDbPoint", "10 0.0\n20 0.0\n30 0.0\n")))
                                .entities(
                                        "0 INSERT\n5 40\n330 1F\n100 AcDbEntity\n8 0\n100 AcDbMInsertBlock\n2 A\n10 0.0\n20 0.0\n70 30000\n71 30000\n")),
                refused("code", p -> p.entities("0 LINE\n7x 1\n")),
                refused("section-in-section", p -> p.entities("0 SECTION\n2 ENTITIES\n")),
                refused("version", p -> p.header("9 $ACADVER\n1 AC9999\n")),
                gone("count", p -> p.entities(polyline(99)), p -> p.entities(polyline(2)), " 99\r", "dxf.count"),
                gone(
                        "number",
                        p -> p.entities(entity("CIRCLE", "40", "AcDbCircle", "10 0.0\n20 0.0\n30 0.0\n40 1e999\n")),
                        p -> p,
                        "1e999",
                        "dxf.value"),
                gone("insert-of-nothing", p -> p.entities(insert("40", MARK)), p -> p, MARK, "dxf.incomplete"),
                gone(
                        "handle-twice",
                        p -> p.entities(entity("POINT", "30", "AcDbPoint", "10 1.0\n20 1.0\n30 0.0\n")),
                        p -> p.entities(entity("POINT", "32", "AcDbPoint", "10 1.0\n20 1.0\n30 0.0\n")),
                        "no such text",
                        "dxf.duplicate-handle"),
                gone(
                        "reference-to-nothing",
                        p -> p.entities(
                                "0 POINT\n5 40\n330 1F\n100 AcDbEntity\n8 0\n347 FFF1\n100 AcDbPoint\n10 1.0\n20 1.0\n30 0.0\n"),
                        p -> p.entities(entity("POINT", "40", "AcDbPoint", "10 1.0\n20 1.0\n30 0.0\n")),
                        "FFF1",
                        "dxf.dangling"),
                gone(
                        "hatch-source-gone",
                        p -> p.entities(hatch("97 2\n330 30\n330 FFF1\n")),
                        p -> p.entities(hatch("97 1\n330 30\n")),
                        "FFF1",
                        "dxf.dangling"),
                gone(
                        "printer-share",
                        p -> p.objects(plot("\\\\example.invalid\\" + MARK + "\\p")),
                        p -> p.objects(plot("p")),
                        MARK,
                        "dxf.path"),
                gone(
                        "stray-vertex",
                        p -> p.entities(entity("VERTEX", "40", "AcDbVertex", "10 7.5\n20 1.0\n30 0.0\n")),
                        p -> p,
                        "7.5",
                        "dxf.sequence"));
    }

    private static Parts bomb(Parts parts) {
        StringBuilder blocks =
                new StringBuilder(block("B0", "A0", entity("POINT", "A02", "AcDbPoint", "10 0.0\n20 0.0\n30 0.0\n")));
        for (int i = 1; i < 10; i++) {
            StringBuilder inside = new StringBuilder();
            for (int k = 0; k < 10; k++) {
                inside.append(insert("A" + i + "F" + k, "B" + (i - 1)));
            }
            blocks.append(block("B" + i, "A" + i, inside.toString()));
        }
        return parts.blocks(blocks.toString()).entities(insert("40", "B9"));
    }

    private static String insert(String handle, String block) {
        return entity("INSERT", handle, "AcDbBlockReference", "2 " + block + "\n10 0.0\n20 0.0\n30 0.0\n");
    }

    static String polyline(int count) {
        return entity("LWPOLYLINE", "40", "AcDbPolyline", "90 " + count + "\n70 0\n10 0.0\n20 0.0\n10 1.0\n20 1.0\n");
    }

    static String hatch(String sources) {
        return entity(
                "HATCH",
                "45",
                "AcDbHatch",
                "10 0.0\n20 0.0\n30 0.0\n2 SOLID\n70 1\n71 1\n91 1\n92 7\n72 0\n73 1\n93 3\n10 0.0\n20 0.0\n10 1.0\n20 0.0\n10 1.0\n20 1.0\n"
                        + sources + "75 0\n76 1\n98 0\n");
    }

    private static String plot(String device) {
        return "root ACAD_PLOTSETTINGS 41\n0 DICTIONARY\n5 41\n330 C\n100 AcDbDictionary\n281 1\n3 A\n350 42\n"
                + "0 PLOTSETTINGS\n5 42\n330 41\n100 AcDbPlotSettings\n1 A\n2 " + device + "\n";
    }

    private static String xref(String path) {
        return "0 BLOCK\n5 50\n330 1F\n100 AcDbEntity\n8 0\n100 AcDbBlockBegin\n2 plan\n70 4\n10 0.0\n20 0.0\n30 0.0\n3 plan\n1 "
                + path + "\n0 ENDBLK\n5 51\n330 1F\n100 AcDbEntity\n8 0\n100 AcDbBlockEnd\n";
    }

    static String image() {
        return entity("IMAGE", "40", "AcDbRasterImage", "90 0\n10 0.0\n20 0.0\n30 0.0\n340 42\n70 7\n280 0\n");
    }

    static String definition(String path) {
        return "root ACAD_IMAGE_DICT 41\n0 DICTIONARY\n5 41\n330 C\n100 AcDbDictionary\n281 1\n3 map\n350 42\n"
                + "0 IMAGEDEF\n5 42\n330 41\n100 AcDbRasterImageDef\n90 0\n1 " + path + "\n10 1.0\n20 1.0\n";
    }

    private static String underlay() {
        return entity("PDFUNDERLAY", "40", "AcDbUnderlayReference", "340 42\n10 0.0\n20 0.0\n30 0.0\n");
    }

    private static String pdf(String path) {
        return "root ACAD_PDFDEFINITIONS 41\n0 DICTIONARY\n5 41\n330 C\n100 AcDbDictionary\n281 1\n3 a\n350 42\n"
                + "0 PDFDEFINITION\n5 42\n330 41\n100 AcDbUnderlayDefinition\n1 " + path + "\n2 1\n";
    }

    static String style(String font, String bigFont) {
        return "0 TABLE\n2 STYLE\n5 3\n330 0\n100 AcDbSymbolTable\n70 1\n0 STYLE\n5 11\n330 3\n100 AcDbSymbolTableRecord\n"
                + "100 AcDbTextStyleTableRecord\n2 Standard\n70 0\n40 0.0\n41 1.0\n50 0.0\n71 0\n42 2.5\n3 " + font
                + "\n4 " + bigFont + "\n0 ENDTAB\n";
    }

    private static Vector gone(String name, UnaryOperator<Parts> hostile, String... codes) {
        return gone(name, hostile, p -> p, MARK, codes);
    }

    private static Vector gone(
            String name, UnaryOperator<Parts> hostile, UnaryOperator<Parts> twin, String mark, String... codes) {
        boolean behind = name.equals("behind");
        String pairs = hostile.apply(Parts.plain()).drawing("AC1015") + (behind ? "1 " + MARK + "\n" : "");
        return Vector.of(
                        "dxf-" + name,
                        "dxf",
                        () -> Dxf.text(pairs, "windows-31j", "\r\n"),
                        () -> Dxf.of(twin.apply(Parts.plain())))
                .finds(codes)
                .loses(mark.equals("no such text") ? new String[0] : new String[] {mark})
                .keeps(Dxf.SHOWN);
    }

    private static Vector refused(String name, UnaryOperator<Parts> hostile) {
        return Vector.of("dxf-" + name, "dxf", () -> Dxf.of(hostile.apply(Parts.plain())), () -> Dxf.of(Parts.plain()))
                .ends(Ending.REFUSED);
    }
}
