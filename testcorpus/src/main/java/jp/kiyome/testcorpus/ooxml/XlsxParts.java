package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Xlsx.BOOK;
import static jp.kiyome.testcorpus.ooxml.Xlsx.SHEET1;
import static jp.kiyome.testcorpus.ooxml.Xlsx.row;
import static jp.kiyome.testcorpus.ooxml.Xlsx.text;
import static jp.kiyome.testcorpus.ooxml.Xlsx.textFormula;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Vector;

/** Parts of a workbook that run, connect, link or remember. */
final class XlsxParts {

    private static final String MS_SHEET = "application/vnd.ms-excel.";

    private XlsxParts() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        all.addAll(macros());
        all.addAll(external());
        all.addAll(connections());
        all.addAll(remembered());
        return all;
    }

    private static Vector vector(String name, UnaryOperator<OoxmlPackage> more) {
        return Vector.of("xlsx-" + name, "xlsx", () -> more.apply(plain()).bytes(), () -> plain().bytes())
                .loses("marker")
                .keeps("Sum");
    }

    private static OoxmlPackage plain() {
        return Xlsx.of(row(1, text("A1", "Sum")));
    }

    /** A part that hangs on the workbook or on a sheet. */
    private static UnaryOperator<OoxmlPackage> hanging(
            String source, String type, String target, String contentType, String xml) {
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        String part = URI.create(folder).resolve(target).toString();
        return xlsx -> xlsx.relate(source, "rIdMore", type, target).part(part, contentType, xml);
    }

    private static List<Vector> macros() {
        return List.of(
                macroSheet("xlMacrosheet", "macrosheet"),
                macroSheet("xlIntlMacrosheet", "intlmacrosheet"),
                vector("dialog-sheet", xlsx -> Xlsx.addSheet(
                                xlsx,
                                "<sheet name=\"marker\" sheetId=\"2\" r:id=\"rIdDia\"/>",
                                "rIdDia",
                                Rel.office("dialogsheet"),
                                "dialogsheets/sheet1.xml")
                        .part(
                                "xl/dialogsheets/sheet1.xml",
                                Types.SHEET + "dialogsheet+xml",
                                "<dialogsheet" + Ns.IN_SHEET + "><sheetPr codeName=\"marker\"/></dialogsheet>")),
                vector("vba", xlsx -> DocxObjects.vba(xlsx, "xl/")),
                vector(
                        "code-name",
                        xlsx -> xlsx.edit(
                                BOOK, xml -> xml.replace("<sheets>", "<workbookPr codeName=\"marker\"/><sheets>"))),
                vector(
                        "macro-names",
                        xlsx -> Xlsx.names(
                                xlsx,
                                "<definedName name=\"marker\" xlm=\"1\" function=\"1\" vbProcedure=\"1\" hidden=\"1\">Sheet1!$A$1</definedName>")),
                vector(
                        "control",
                        xlsx -> Xlsx.behindRows(
                                xlsx,
                                "<controls><control shapeId=\"1025\" r:id=\"rIdMore\" name=\"marker\"/></controls>")));
    }

    /** Excel 4.0 macros (XLM) on a sheet that no menu shows, started by a name. */
    private static Vector macroSheet(String relation, String kind) {
        return vector(
                "xlm-" + kind,
                xlsx -> Xlsx.names(
                        Xlsx.addSheet(
                                        xlsx,
                                        "<sheet name=\"marker1\" sheetId=\"7\" state=\"veryHidden\" r:id=\"rIdMac\"/>",
                                        "rIdMac",
                                        Rel.MS_2006 + relation,
                                        "macrosheets/sheet1.xml")
                                .part(
                                        "xl/macrosheets/sheet1.xml",
                                        MS_SHEET + kind + "+xml",
                                        "<xm:macrosheet xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\""
                                                + Ns.IN_SHEET
                                                + "><sheetData>"
                                                + row(
                                                        1,
                                                        "<c r=\"A1\"><f>EXEC(\"marker\")</f></c>",
                                                        "<c r=\"B1\"><f>HALT()</f></c>")
                                                + "</sheetData></xm:macrosheet>"),
                        "<definedName name=\"_xlnm.Auto_Open\" hidden=\"1\">marker1!$A$1</definedName>"
                                + "<definedName name=\"_xlnm.Auto_Open_x\" localSheetId=\"1\">marker1!$A$1</definedName>"));
    }

    private static List<Vector> external() {
        return List.of(
                externalLink(
                        "book",
                        "<externalBook r:id=\"rId1\"><sheetNames><sheetName val=\"marker\"/></sheetNames></externalBook>",
                        "[1]Sheet1!A1"),
                externalLink(
                        "dde",
                        "<ddeLink ddeService=\"cmd\" ddeTopic=\"/C marker\"><ddeItems><ddeItem name=\"A0\" advise=\"1\"/></ddeItems></ddeLink>",
                        "[1]!A0"),
                externalLink(
                        "ole",
                        "<oleLink r:id=\"rId1\" progId=\"Package\"><oleItems><oleItem name=\"marker\" advise=\"1\"/></oleItems></oleLink>",
                        "[1]!'marker'"));
    }

    private static Vector externalLink(String name, String xml, String formula) {
        return Vector.of(
                        "xlsx-external-" + name,
                        "xlsx",
                        () -> Xlsx.behindSheets(
                                        Xlsx.of(row(1, text("A1", "Sum"), textFormula("B1", formula, "cached"))),
                                        "<externalReferences><externalReference r:id=\"rIdExt\"/></externalReferences>")
                                .relate(BOOK, "rIdExt", Rel.office("externalLink"), "externalLinks/externalLink1.xml")
                                .relateOut(
                                        "xl/externalLinks/externalLink1.xml",
                                        "rId1",
                                        Rel.office("externalLinkPath"),
                                        "file:///\\\\example.invalid\\marker.xlsx")
                                .part(
                                        "xl/externalLinks/externalLink1.xml",
                                        Types.SHEET + "externalLink+xml",
                                        "<externalLink" + Ns.IN_SHEET + ">" + xml + "</externalLink>")
                                .bytes(),
                        () -> Xlsx.of(row(1, text("A1", "Sum"), text("B1", "cached")))
                                .bytes())
                .loses("marker", "[1]")
                .keeps("Sum", "cached");
    }

    private static List<Vector> connections() {
        return List.of(
                vector(
                        "connections",
                        hanging(
                                BOOK,
                                Rel.office("connections"),
                                "connections.xml",
                                Types.SHEET + "connections+xml",
                                "<connections" + Ns.IN_SHEET
                                        + "><connection id=\"1\" name=\"marker\" type=\"5\" refreshedVersion=\"6\""
                                        + " refreshOnLoad=\"1\"><dbPr connection=\"Provider=marker;\" command=\"marker\"/></connection></connections>")),
                vector(
                        "query-table",
                        hanging(
                                SHEET1,
                                Rel.office("queryTable"),
                                "../queryTables/queryTable1.xml",
                                Types.SHEET + "queryTable+xml",
                                "<queryTable" + Ns.IN_SHEET
                                        + " name=\"marker\" connectionId=\"1\" refreshOnLoad=\"1\"/>")),
                vector(
                                "data-mashup",
                                xlsx -> xlsx.relate(BOOK, "rIdMash", Rel.office("customXml"), "../customXml/item1.xml")
                                        .member(
                                                "customXml/item1.xml",
                                                DocxParts.text(
                                                        "<DataMashup xmlns=\"http://schemas.microsoft.com/DataMashup\">bWFya2Vy</DataMashup>")))
                        .loses("marker", "bWFya2Vy"),
                vector("data-model", xlsx -> xlsx.relate(
                                BOOK, "rIdMod", Rel.office("powerPivotData"), "model/item.data")
                        .part("xl/model/item.data", Types.SHEET + "model+data", DocxParts.text("marker"))),
                vector(
                        "xml-maps",
                        hanging(
                                BOOK,
                                Rel.office("xmlMaps"),
                                "xmlMaps.xml",
                                "application/xml",
                                "<MapInfo xmlns=\"" + Ns.X
                                        + "\" SelectionNamespaces=\"\"><Schema ID=\"marker\"/></MapInfo>")),
                vector(
                        "web-image",
                        hanging(
                                BOOK,
                                "http://schemas.microsoft.com/office/2020/07/relationships/rdRichValueWebImage",
                                "richData/rdRichValueWebImage.xml",
                                MS_SHEET + "rdrichvaluewebimage+xml",
                                "<webImagesSrd xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2020/richdatawebimage\" xmlns:r=\""
                                        + Ns.R
                                        + "\"><webImageSrd><address r:id=\"rId1\"/></webImageSrd><marker/></webImagesSrd>")),
                vector(
                        "volatile-dependencies",
                        hanging(
                                BOOK,
                                Rel.office("volatileDependencies"),
                                "volatileDependencies.xml",
                                Types.SHEET + "volatileDependencies+xml",
                                "<volTypes" + Ns.IN_SHEET
                                        + "><volType type=\"realTimeData\"><main first=\"marker\"/></volType></volTypes>")),
                pivot());
    }

    /** A pivot table whose cache is fed by a connection, not by a sheet. */
    private static Vector pivot() {
        return vector("pivot-on-connection", xlsx -> Xlsx.behindSheets(
                        xlsx, "<pivotCaches><pivotCache cacheId=\"1\" r:id=\"rIdPiv\"/></pivotCaches>")
                .relate(BOOK, "rIdPiv", Rel.office("pivotCacheDefinition"), "pivotCache/pivotCacheDefinition1.xml")
                .relateOut(
                        "xl/pivotCache/pivotCacheDefinition1.xml",
                        "rId2",
                        Rel.office("externalLinkPath"),
                        "file:///c:/marker")
                .part(
                        "xl/pivotCache/pivotCacheDefinition1.xml",
                        Types.SHEET + "pivotCacheDefinition+xml",
                        "<pivotCacheDefinition" + Ns.IN_SHEET + " refreshOnLoad=\"1\"><cacheSource type=\"external\""
                                + " connectionId=\"1\"/><cacheFields count=\"1\"><cacheField name=\"marker\"/></cacheFields>"
                                + "</pivotCacheDefinition>"));
    }

    private static List<Vector> remembered() {
        return List.of(
                vector(
                        "custom-property",
                        hanging(
                                SHEET1,
                                Rel.office("customProperty"),
                                "../customProperty1.bin",
                                Types.SHEET + "customProperty",
                                "marker")),
                vector(
                        "printer-settings",
                        xlsx -> Xlsx.behindRows(
                                hanging(
                                                SHEET1,
                                                Rel.office("printerSettings"),
                                                "../printerSettings/printerSettings1.bin",
                                                Types.SHEET + "printerSettings",
                                                "marker printer on \\\\example.invalid")
                                        .apply(xlsx),
                                "<pageSetup orientation=\"portrait\" r:id=\"rIdMore\"/>")),
                vector(
                        "absolute-path",
                        xlsx -> xlsx.edit(
                                BOOK,
                                xml -> xml.replace(
                                        "<sheets>",
                                        "<mc:AlternateContent xmlns:mc=\"" + Ns.MC
                                                + "\"><mc:Choice Requires=\"x15\""
                                                + " xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\"><x15ac:absPath"
                                                + " url=\"C:\\Users\\marker\\\" xmlns:x15ac=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac\"/>"
                                                + "</mc:Choice></mc:AlternateContent><sheets>"))),
                vector(
                        "revision-headers",
                        hanging(
                                BOOK,
                                Rel.office("revisionHeaders"),
                                "revisions/revisionHeaders.xml",
                                Types.SHEET + "revisionHeaders+xml",
                                "<headers" + Ns.IN_SHEET
                                        + " guid=\"{00000000-0000-0000-0000-000000000004}\"><header userName=\"marker\"/></headers>")),
                vector(
                        "user-names",
                        hanging(
                                BOOK,
                                Rel.office("usernames"),
                                "revisions/userNames.xml",
                                Types.SHEET + "userNames+xml",
                                "<users" + Ns.IN_SHEET + "><userInfo name=\"marker\"/></users>")),
                vector(
                        "persons",
                        hanging(
                                BOOK,
                                Rel.MS_2017 + "person",
                                "persons/person.xml",
                                MS_SHEET + "person+xml",
                                "<personList xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">"
                                        + "<person displayName=\"marker\" userId=\"marker@example.invalid\"/></personList>")),
                vector(
                                "calculation-chain",
                                hanging(
                                        BOOK,
                                        Rel.office("calcChain"),
                                        "calcChain.xml",
                                        Types.SHEET + "calcChain+xml",
                                        "<calcChain" + Ns.IN_SHEET + "><c r=\"A1\" i=\"1\"/></calcChain>"))
                        .loses("calcChain"),
                vector(
                        "attached-toolbars",
                        hanging(
                                BOOK,
                                Rel.MS_2006 + "attachedToolbars",
                                "attachedToolbars.bin",
                                MS_SHEET + "attachedToolbars",
                                "marker")));
    }
}
