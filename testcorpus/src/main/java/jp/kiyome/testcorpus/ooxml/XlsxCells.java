package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Xlsx.BOOK;
import static jp.kiyome.testcorpus.ooxml.Xlsx.SHEET1;
import static jp.kiyome.testcorpus.ooxml.Xlsx.row;
import static jp.kiyome.testcorpus.ooxml.Xlsx.text;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Vector;

/** Cells whose value is not of their type (ECMA-376-1 §18.18.11), and rows that only a pivot cache remembers (§18.10). */
final class XlsxCells {

    private static final String CACHES = "xl/pivotCache/";

    private XlsxCells() {}

    static List<Vector> all() {
        return List.of(
                cell("untyped", "", "<v>=cmd|'/c marker'!A0</v>"),
                cell("number", " t=\"n\"", "<v>marker</v>"),
                cell("boolean", " t=\"b\"", "<v>marker</v>"),
                cell("error", " t=\"e\"", "<v>#marker!</v>"),
                cell("date", " t=\"d\"", "<v>2024-04-01Tmarker</v>"),
                cell("inline-value", " t=\"inlineStr\"", "<v>marker</v>"),
                cell("inline-in-number", "", "<is><t>marker</t></is>"),
                unusedCache());
    }

    private static Vector cell(String name, String type, String content) {
        return vector(
                "cell-" + name,
                row(1, text("A1", "Sum"), "<c r=\"B1\"" + type + ">" + content + "</c>"),
                row(1, text("A1", "Sum"), "<c r=\"B1\"" + type + "/>"));
    }

    private static Vector vector(String name, String hostile, String twin) {
        return Vector.of("xlsx-" + name, "xlsx", () -> Xlsx.of(hostile).bytes(), () -> Xlsx.of(twin)
                        .bytes())
                .loses("marker")
                .keeps("Sum");
    }

    /** Two caches: a pivot table shows one; nothing shows the other, which remembers rows of a sheet. */
    private static Vector unusedCache() {
        UnaryOperator<OoxmlPackage> shown = xlsx -> table(cache(xlsx, 1, "Total"));
        return Vector.of(
                        "xlsx-pivot-cache-unused",
                        "xlsx",
                        () -> caches(cache(shown.apply(plain()), 2, "marker"), 1, 2)
                                .bytes(),
                        () -> caches(shown.apply(plain()), 1).bytes())
                .loses("marker")
                .keeps("Sum", "Total");
    }

    private static OoxmlPackage plain() {
        return Xlsx.of(row(1, text("A1", "Sum")), row(2, text("A2", "Total")));
    }

    private static OoxmlPackage caches(OoxmlPackage xlsx, int... numbers) {
        StringBuilder list = new StringBuilder();
        for (int number : numbers) {
            list.append("<pivotCache cacheId=\"")
                    .append(number)
                    .append("\" r:id=\"rIdPiv")
                    .append(number)
                    .append("\"/>");
        }
        return Xlsx.behindSheets(xlsx, "<pivotCaches>" + list + "</pivotCaches>");
    }

    /** A cache of the rows of the sheet, with its records. */
    static OoxmlPackage cache(OoxmlPackage xlsx, int number, String item) {
        String definition = "pivotCacheDefinition" + number + ".xml";
        String records = "pivotCacheRecords" + number + ".xml";
        return xlsx.relate(BOOK, "rIdPiv" + number, Rel.office("pivotCacheDefinition"), "pivotCache/" + definition)
                .part(
                        CACHES + definition,
                        Types.SHEET + "pivotCacheDefinition+xml",
                        "<pivotCacheDefinition" + Ns.IN_SHEET
                                + " r:id=\"rId1\" recordCount=\"1\"><cacheSource type=\"worksheet\">"
                                + "<worksheetSource ref=\"A1:A2\" sheet=\"Sheet1\"/></cacheSource><cacheFields count=\"1\">"
                                + "<cacheField name=\"Sum\"><sharedItems count=\"1\"><s v=\"" + item
                                + "\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>")
                .relate(CACHES + definition, "rId1", Rel.office("pivotCacheRecords"), records)
                .part(
                        CACHES + records,
                        Types.SHEET + "pivotCacheRecords+xml",
                        "<pivotCacheRecords" + Ns.IN_SHEET + " count=\"1\"><r><s v=\"" + item
                                + "\"/></r></pivotCacheRecords>");
    }

    private static OoxmlPackage table(OoxmlPackage xlsx) {
        String table = "xl/pivotTables/pivotTable1.xml";
        return xlsx.relate(SHEET1, "rIdTab", Rel.office("pivotTable"), "../pivotTables/pivotTable1.xml")
                .relate(table, "rId1", Rel.office("pivotCacheDefinition"), "../pivotCache/pivotCacheDefinition1.xml")
                .part(
                        table,
                        Types.SHEET + "pivotTable+xml",
                        "<pivotTableDefinition" + Ns.IN_SHEET + " name=\"Pivot1\" cacheId=\"1\" dataCaption=\"Values\">"
                                + "<location ref=\"C1:C3\" firstHeaderRow=\"1\" firstDataRow=\"1\" firstDataCol=\"1\"/>"
                                + "<pivotFields count=\"1\"><pivotField axis=\"axisRow\"><items count=\"1\"><item x=\"0\"/>"
                                + "</items></pivotField></pivotFields><rowFields count=\"1\"><field x=\"0\"/></rowFields>"
                                + "</pivotTableDefinition>");
    }
}
