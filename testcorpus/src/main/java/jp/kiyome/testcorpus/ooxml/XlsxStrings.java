package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Xlsx.row;
import static jp.kiyome.testcorpus.ooxml.Xlsx.shared;
import static jp.kiyome.testcorpus.ooxml.Xlsx.strings;

import java.util.List;
import jp.kiyome.testcorpus.sample.Vector;

/** Strings in a workbook's table of shared strings (ECMA-376-1 §18.4) that no cell shows. */
final class XlsxStrings {

    private static final String SUM = "<si><t>Sum</t></si>";
    private static final String RATE = "<si><t>Rate</t></si>";
    private static final String NOTHING = "<si><t/></si>";

    private XlsxStrings() {}

    static List<Vector> all() {
        return List.of(
                vector("unused-string", SUM + "<si><t>marker</t></si>" + RATE, SUM + NOTHING + RATE, "0", "2"),
                vector("unused-string-last", SUM + RATE + "<si><t>marker</t></si>", SUM + RATE + NOTHING, "0", "1"),
                vector(
                        "unused-string-in-runs",
                        SUM + "<si><r><rPr><b/></rPr><t>marker</t></r><rPh sb=\"0\" eb=\"1\"><t>marker</t></rPh></si>"
                                + RATE,
                        SUM + NOTHING + RATE,
                        "0",
                        "2"),
                vector(
                        "unused-string-in-values-without-text",
                        SUM + "<si><r><rPr><rFont val=\"marker\"/></rPr><t/></r></si>" + RATE,
                        SUM + NOTHING + RATE,
                        "0",
                        "2"),
                macroSheet(),
                // A cell has one value (§18.3.1.4); what a second one names is not shown.
                Vector.of(
                                "xlsx-second-value-in-a-cell",
                                "xlsx",
                                () -> strings(
                                                Xlsx.of(row(
                                                        1,
                                                        "<c r=\"A1\" t=\"s\"><v>0</v><v>1</v></c>",
                                                        shared("B1", "2"))),
                                                SUM + "<si><t>marker</t></si>" + RATE)
                                        .bytes(),
                                () -> strings(Xlsx.of(row(1, shared("A1", "0"), shared("B1", "1"))), SUM + RATE)
                                        .bytes())
                        .loses("marker")
                        .keeps("Sum", "Rate"));
    }

    /** The only cell that uses the string is on a sheet that goes. */
    private static Vector macroSheet() {
        return Vector.of(
                        "xlsx-unused-string-of-a-macro-sheet",
                        "xlsx",
                        () -> strings(
                                        Xlsx.addSheet(
                                                        Xlsx.of(row(1, shared("A1", "0"))),
                                                        "<sheet name=\"Macro1\" sheetId=\"7\" r:id=\"rIdMac\"/>",
                                                        "rIdMac",
                                                        Rel.MS_2006 + "xlMacrosheet",
                                                        "macrosheets/sheet1.xml")
                                                .part(
                                                        "xl/macrosheets/sheet1.xml",
                                                        "application/vnd.ms-excel.macrosheet+xml",
                                                        "<xm:macrosheet xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\""
                                                                + Ns.IN_SHEET + "><sheetData>"
                                                                + row(1, shared("A1", "1"))
                                                                + "</sheetData></xm:macrosheet>"),
                                        SUM + "<si><t>marker</t></si>")
                                .bytes(),
                        () -> strings(Xlsx.of(row(1, shared("A1", "0"))), SUM + NOTHING)
                                .bytes())
                .loses("marker")
                .keeps("Sum");
    }

    private static Vector vector(String name, String hostile, String twin, String first, String second) {
        return Vector.of(
                        "xlsx-" + name,
                        "xlsx",
                        () -> strings(cells(first, second), hostile).bytes(),
                        () -> strings(cells(first, second), twin).bytes())
                .loses("marker")
                .keeps("Sum", "Rate");
    }

    private static OoxmlPackage cells(String first, String second) {
        return Xlsx.of(row(1, shared("A1", first), shared("B1", second)));
    }
}
