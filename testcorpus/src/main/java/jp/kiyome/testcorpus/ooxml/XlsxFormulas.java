package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Xlsx.number;
import static jp.kiyome.testcorpus.ooxml.Xlsx.row;
import static jp.kiyome.testcorpus.ooxml.Xlsx.text;
import static jp.kiyome.testcorpus.ooxml.Xlsx.textFormula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kiyome.testcorpus.sample.Vector;

/** Formulas that start programs, fetch or register, wherever a workbook holds formulas; cached values stay. */
final class XlsxFormulas {

    private static final List<String> IN_CELLS = List.of(
            "WEBSERVICE(\"http://example.invalid/marker\")",
            "webservice(\"http://example.invalid/marker\")",
            "_xlfn.WEBSERVICE(\"http://example.invalid/marker\")",
            "FILTERXML(_xlfn.WEBSERVICE(\"http://example.invalid/marker\"),\"//a\")",
            "IMAGE(\"http://example.invalid/marker.png\")",
            "_xlfn.IMAGE(\"http://example.invalid/marker.png\")",
            "RTD(\"marker.server\",\"\",\"topic\")",
            "HYPERLINK(\"file:///c:/marker.exe\",\"cached\")",
            "HYPERLINK(\"\\\\example.invalid\\marker\",\"cached\")",
            "HYPERLINK(\"java\"&\"script:marker()\",\"cached\")",
            "CALL(\"kernel32\",\"WinExec\",\"JCJ\",\"marker\",0)",
            "REGISTER.ID(\"marker\",\"x\")",
            "REGISTER(\"marker\",\"x\",\"J\")",
            "EXEC(\"marker\")",
            "EVALUATE(\"marker\")",
            "SQL.REQUEST(\"DSN=marker\",,2,\"select marker\")",
            "GET.WORKSPACE(1)&\"marker\"",
            "FORMULA.FILL(\"marker\",A1)",
            "INFO(\"directory\")&\"marker\"",
            "CUBEVALUE(\"marker\",\"[x]\")",
            "_xlfn.STOCKHISTORY(\"marker\",1)",
            "_xldudf_marker(1)",
            "_xlfn._xlws.PY(\"marker\",0)",
            "MARKER.FUNCTION(1)",
            "'http://example.invalid/[marker.xlam]x'!f(1)",
            "cmd|' /C marker'!A0",
            "'cmd'|'/C marker'!A0",
            "MSEXCEL|'\\..\\..\\marker.exe'!'A1'",
            "\"unended marker",
            "SUM(1,2)) marker",
            "1+ cmd |'/C marker'!'A0'");

    private XlsxFormulas() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        for (String formula : IN_CELLS) {
            all.add(inCell(all.size(), formula));
        }
        all.addAll(elsewhere());
        return all;
    }

    private static Vector inCell(int number, String formula) {
        String word = formula.split("[^A-Za-z.]", 2)[0].toLowerCase(Locale.ROOT);
        return Vector.of(
                        "xlsx-formula-" + number + "-" + (word.isEmpty() ? "other" : word),
                        "xlsx",
                        () -> Xlsx.of(row(1, text("A1", "Sum"), textFormula("B1", formula, "cached")))
                                .bytes(),
                        () -> Xlsx.of(row(
                                        1,
                                        text("A1", "Sum"),
                                        textFormula("B1", "CONCATENATE(\"cac\",\"hed\")", "cached")))
                                .bytes())
                .loses(formula.contains("marker") ? "marker" : formula.substring(0, 6))
                .keeps("Sum", "cached");
    }

    private static List<Vector> elsewhere() {
        String call = "_xlfn.WEBSERVICE(&quot;http://example.invalid/marker&quot;)";
        return List.of(
                cells(
                        "shared",
                        "<c r=\"B1\" t=\"str\"><f t=\"shared\" ref=\"B1:B2\" si=\"0\">" + call
                                + "</f><v>cached</v></c>"),
                cells("array", "<c r=\"B1\" t=\"str\"><f t=\"array\" ref=\"B1\">" + call + "</f><v>cached</v></c>"),
                cells(
                        "data-table",
                        "<c r=\"B1\" t=\"str\"><f t=\"dataTable\" ref=\"B1\" dt2D=\"1\" dtr=\"1\" r1=\"A1\" r2=\"A2\">"
                                + call + "</f><v>cached</v></c>"),
                behind(
                        "conditional-format",
                        "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" priority=\"1\"><formula>"
                                + call + "</formula></cfRule></conditionalFormatting>"),
                behind(
                        "data-validation",
                        "<dataValidations count=\"1\"><dataValidation type=\"custom\" sqref=\"A1\"><formula1>" + call
                                + "</formula1></dataValidation></dataValidations>"),
                behind(
                        "extended-validation",
                        "<extLst><ext uri=\"{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}\""
                                + " xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><x14:dataValidations"
                                + " count=\"1\" xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><x14:dataValidation"
                                + " type=\"custom\"><x14:formula1><xm:f>" + call
                                + "</xm:f></x14:formula1><xm:sqref>A1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"),
                name("plain", "<definedName name=\"Rate\">" + call + "</definedName>"),
                name("dde", "<definedName name=\"Rate\">cmd|' /C marker'!A0</definedName>"),
                name("external", "<definedName name=\"Rate\">'[marker.xlsx]Sheet1'!A1</definedName>"),
                hyperlink("location", "location=\"marker\\..\\x.exe!A1\"", ""),
                hyperlink("file", "r:id=\"rIdOut\"", "file:///c:/marker.exe"),
                hyperlink("tooltip-ok-target-unc", "r:id=\"rIdOut\" tooltip=\"Go\"", "\\\\example.invalid\\marker"));
    }

    private static Vector cells(String name, String cell) {
        return vector(
                        "formula-" + name,
                        Xlsx.of(row(1, text("A1", "Sum"), cell)),
                        Xlsx.of(row(1, text("A1", "Sum"), text("B1", "cached"))))
                .keeps("Sum", "cached");
    }

    private static Vector behind(String name, String xml) {
        return vector("formula-" + name, Xlsx.behindRows(plain(), xml), plain());
    }

    private static Vector name(String name, String xml) {
        return vector(
                "name-" + name,
                Xlsx.names(plain(), xml),
                Xlsx.names(plain(), "<definedName name=\"Rate\">Sheet1!$A$1</definedName>"));
    }

    private static Vector hyperlink(String name, String attributes, String target) {
        OoxmlPackage hostile =
                Xlsx.behindRows(plain(), "<hyperlinks><hyperlink ref=\"A1\" " + attributes + "/></hyperlinks>");
        if (!target.isEmpty()) {
            hostile.relateOut(Xlsx.SHEET1, "rIdOut", Rel.office("hyperlink"), target);
        }
        OoxmlPackage twin =
                Xlsx.behindRows(plain(), "<hyperlinks><hyperlink ref=\"A1\" location=\"Sheet1!B1\"/></hyperlinks>");
        return vector("hyperlink-" + name, hostile, twin);
    }

    private static OoxmlPackage plain() {
        return Xlsx.of(row(1, text("A1", "Sum"), number("B1", "42")));
    }

    private static Vector vector(String name, OoxmlPackage hostile, OoxmlPackage twin) {
        return Vector.of("xlsx-" + name, "xlsx", hostile::bytes, twin::bytes)
                .loses("marker")
                .keeps("Sum");
    }
}
