package jp.kiyome.testcorpus.ooxml;

/** SpreadsheetML workbooks (ECMA-376 part 1, section 18). */
public final class Xlsx {

    static final String BOOK = "xl/workbook.xml";
    static final String SHEET1 = "xl/worksheets/sheet1.xml";

    private Xlsx() {}

    /** A workbook with one sheet of these rows' XML. */
    static OoxmlPackage of(String... rows) {
        return new OoxmlPackage()
                .relate("", "rId1", Rel.office("officeDocument"), BOOK)
                .part(
                        BOOK,
                        Types.SHEET + "sheet.main+xml",
                        book("<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>"))
                .relate(BOOK, "rId1", Rel.office("worksheet"), "worksheets/sheet1.xml")
                .part(SHEET1, Types.SHEET + "worksheet+xml", sheet(rows));
    }

    static String book(String sheets) {
        return "<workbook" + Ns.IN_SHEET + "><sheets>" + sheets + "</sheets></workbook>";
    }

    static String sheet(String... rows) {
        return "<worksheet" + Ns.IN_SHEET + "><sheetData>" + String.join("", rows) + "</sheetData></worksheet>";
    }

    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    static String text(String ref, String text) {
        return "<c r=\"" + ref + "\" t=\"inlineStr\"><is><t>" + Xml.escaped(text) + "</t></is></c>";
    }

    /** A cell that shows the shared string of this number. */
    static String shared(String ref, String index) {
        return "<c r=\"" + ref + "\" t=\"s\"><v>" + index + "</v></c>";
    }

    /** Adds the table of shared strings. */
    static OoxmlPackage strings(OoxmlPackage xlsx, String strings) {
        int count = strings.split("<si>", -1).length - 1;
        return xlsx.relate(BOOK, "rIdStr", Rel.office("sharedStrings"), "sharedStrings.xml")
                .part(
                        "xl/sharedStrings.xml",
                        Types.SHEET + "sharedStrings+xml",
                        "<sst" + Ns.IN_SHEET + " count=\"" + count + "\" uniqueCount=\"" + count + "\">" + strings
                                + "</sst>");
    }

    static String number(String ref, String value) {
        return "<c r=\"" + ref + "\"><v>" + value + "</v></c>";
    }

    /** A formula with its cached number. */
    static String formula(String ref, String formula, String cached) {
        return "<c r=\"" + ref + "\"><f>" + Xml.escaped(formula) + "</f><v>" + cached + "</v></c>";
    }

    /** A formula with its cached text. */
    static String textFormula(String ref, String formula, String cached) {
        return "<c r=\"" + ref + "\" t=\"str\"><f>" + Xml.escaped(formula) + "</f><v>" + Xml.escaped(cached)
                + "</v></c>";
    }

    /** Adds what comes behind the rows in a worksheet. */
    static OoxmlPackage behindRows(OoxmlPackage xlsx, String xml) {
        return xlsx.edit(SHEET1, text -> text.replace("</sheetData>", "</sheetData>" + xml));
    }

    /** Adds what comes behind the list of sheets in a workbook. */
    static OoxmlPackage behindSheets(OoxmlPackage xlsx, String xml) {
        return xlsx.edit(BOOK, text -> text.replace("</sheets>", "</sheets>" + xml));
    }

    static OoxmlPackage names(OoxmlPackage xlsx, String names) {
        return behindSheets(xlsx, "<definedNames>" + names + "</definedNames>");
    }

    /** Adds a sheet of any kind to the workbook. */
    static OoxmlPackage addSheet(OoxmlPackage xlsx, String entry, String id, String relationType, String target) {
        return xlsx.edit(BOOK, text -> text.replace("</sheets>", entry + "</sheets>"))
                .relate(BOOK, id, relationType, target);
    }
}
