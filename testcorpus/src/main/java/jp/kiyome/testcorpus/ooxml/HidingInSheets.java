package jp.kiyome.testcorpus.ooxml;

import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.sample.Placement;

/** Places of SpreadsheetML. */
final class HidingInSheets {

    private HidingInSheets() {}

    static List<Placement> all() {
        return List.of(
                xlsx(
                        "hidden-macro-name",
                        (xlsx, token) -> Xlsx.names(
                                xlsx,
                                "<definedName name=\"_" + token
                                        + "\" hidden=\"1\" xlm=\"1\">Sheet1!$A$1</definedName>")),
                xlsx(
                        "name-comment",
                        (xlsx, token) -> Xlsx.names(
                                xlsx,
                                "<definedName name=\"Rate\" description=\"" + token + "\" statusBar=\"" + token
                                        + "\">1</definedName>")),
                xlsx(
                        "code-name",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.BOOK,
                                xml -> xml.replace("<sheets>", "<workbookPr codeName=\"" + token + "\"/><sheets>"))),
                xlsx(
                        "file-version",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.BOOK,
                                xml -> xml.replace(
                                        "<sheets>",
                                        "<fileVersion appName=\"" + token + "\" rupBuild=\"" + token
                                                + "\"/><sheets>"))),
                xlsx(
                        "revision-id",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1,
                                xml -> xml.replace(
                                        "<sheetData>",
                                        "<sheetData xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\" xr:uid=\"{00000000-0000-"
                                                + "4000-8000-" + token.substring(0, 12) + "}\">"))),
                xlsx(
                        "unknown-extension",
                        (xlsx, token) -> Xlsx.behindRows(
                                xlsx,
                                "<extLst><ext uri=\"" + HidingPlaces.UNKNOWN_GUID + "\"><x>" + token
                                        + "</x></ext></extLst>")),
                xlsx(
                        "extension-uri",
                        (xlsx, token) -> Xlsx.behindRows(xlsx, "<extLst><ext uri=\"" + token + "\"/></extLst>")),
                xlsx("unused-string", (xlsx, token) -> Xlsx.strings(xlsx, "<si><t>" + token + "</t></si>")),
                xlsx(
                        "unused-string-phonetic",
                        (xlsx, token) ->
                                Xlsx.strings(xlsx, "<si><rPh sb=\"0\" eb=\"1\"><t>" + token + "</t></rPh></si>")),
                xlsx("calculation-chain", (xlsx, token) -> xlsx.relate(
                                Xlsx.BOOK, "rId9", Rel.office("calcChain"), "calcChain.xml")
                        .part(
                                "xl/calcChain.xml",
                                Types.SHEET + "calcChain+xml",
                                "<calcChain" + Ns.IN_SHEET + "><c r=\"" + token + "\"/></calcChain>")),
                xlsx(
                        "cell-metadata",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1, xml -> xml.replace("<c r=\"A1\"", "<c r=\"A1\" vm=\"" + token + "\""))),
                xlsx(
                        "value-of-no-type",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1,
                                xml -> xml.replace(
                                        "</row>",
                                        "<c r=\"B1\"><v>" + token + "</v><is><t>" + token + "</t></is></c></row>"))),
                xlsx(
                        "pivot-cache-without-table",
                        (xlsx, token) -> Xlsx.behindSheets(
                                XlsxCells.cache(xlsx, 1, token),
                                "<pivotCaches><pivotCache cacheId=\"1\" r:id=\"rIdPiv1\"/></pivotCaches>")),
                xlsx(
                        "formula-attribute",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1,
                                xml -> xml.replace(
                                        "</row>",
                                        "<c r=\"B1\"><f si=\"" + token + "\" ref=\"" + token
                                                + "\">1+1</f><v>2</v></c></row>"))),
                xlsx(
                        "formula-comment",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1,
                                xml -> xml.replace(
                                        "</row>",
                                        "<c r=\"B1\"><f>1+1+N(\"\")<!--" + token + "--></f><v>2</v></c></row>"))));
    }

    private static Placement xlsx(String name, BiFunction<OoxmlPackage, String, OoxmlPackage> hide) {
        return Placement.of(
                "xlsx-" + name, "xlsx", token -> hide.apply(Xlsx.of(Xlsx.row(1, Xlsx.text("A1", "Sum"))), token.text())
                        .bytes());
    }
}
