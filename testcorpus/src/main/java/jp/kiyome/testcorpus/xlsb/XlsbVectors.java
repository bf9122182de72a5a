package jp.kiyome.testcorpus.xlsb;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** Binary workbooks that run, ask or tell, each with its twin. */
public final class XlsbVectors {

    private static final String PLACE = "example.invalid";
    /** EXEC("calc"). */
    private static final byte[] RUN = Records.tokens(0x17, 4, 0, 'c', 0, 'a', 0, 'l', 0, 'c', 0, 0x42, 1, 110, 0);

    private static final byte[] ONE = Records.tokens(0x1E, 1, 0);
    private static final byte[] SELF = Records.record(357);

    private XlsbVectors() {}

    private static Vector vector(String name, UnaryOperator<Xlsb> hostile) {
        return Vector.of(
                        "xlsb-" + name,
                        "xlsb",
                        () -> hostile.apply(Xlsb.usual()).file(),
                        () -> Xlsb.usual().file())
                .keeps("住民票", "34.5");
    }

    /** The hostile file shows what was calculated last. */
    private static Vector showing(String value, Vector vector) {
        return new Vector(vector.hostile().keeps("住民票", value), vector.twin());
    }

    public static List<Vector> all() {
        return List.of(
                vector("macro-sheet", xlsb -> xlsb.sheet(
                                        0,
                                        "Macro1",
                                        Xlsb.MICROSOFT + "xlMacrosheet",
                                        Xlsb.EXCEL + "macrosheet",
                                        Xlsb.emptySheet(new byte[0]))
                                .external(SELF)
                                .references(0, 1, 1)
                                .name(Records.name(0x20, "_xlnm.Auto_Open", cellOf(0))))
                        .finds("macro.xlm")
                        .loses("Macro1", "Auto_Open"),
                vector(
                                "dialog-sheet",
                                xlsb -> xlsb.sheet(
                                        0,
                                        "Dialog1",
                                        Xlsb.OFFICE + "dialogsheet",
                                        Xlsb.EXCEL + "dialogsheet",
                                        Xlsb.emptySheet(new byte[0])))
                        .finds("macro.dialog-sheet")
                        .loses("Dialog1"),
                vector(
                                "macro-sheet-alone",
                                xlsb -> xlsb.change(file -> file.retype(Xlsb.SHEET, Xlsb.EXCEL + "macrosheet")))
                        .ends(Ending.REFUSED),
                vector("sheet-of-macro", xlsb -> xlsb.external(SELF)
                                .sheet(
                                        0,
                                        "Macro1",
                                        Xlsb.MICROSOFT + "xlMacrosheet",
                                        Xlsb.EXCEL + "macrosheet",
                                        Xlsb.emptySheet(new byte[0]))
                                .references(0, 1, 1)
                                .cell(Records.row(2))
                                .cell(Records.formula(0, 7, cellOf(0))))
                        .finds("macro.xlm", "macro.reference")
                        .loses("Macro1"),
                vector(
                                "very-hidden",
                                xlsb -> xlsb.sheet(
                                        2,
                                        "隠し",
                                        Xlsb.OFFICE + "worksheet",
                                        Xlsb.EXCEL + "worksheet",
                                        Xlsb.emptySheet(new byte[0])))
                        .finds("content.very-hidden-sheet"),
                vector("auto-open-suffix", xlsb -> xlsb.name(Records.name(0, "AUTO_Open_a", ONE)))
                        .finds("macro.xlm")
                        .loses("AUTO_Open_a"),
                vector("name-cut-off", xlsb -> xlsb.name(Records.name(0x0A, "Starten", ONE)))
                        .finds("xlsb.name")
                        .loses("Starten"),
                vector("name-of-procedure", xlsb -> xlsb.name(Records.name(0x02, "Starten", ONE)))
                        .finds("macro.xlm")
                        .loses("Starten"),
                showing(
                        "7.0",
                        vector("formula-exec", xlsb -> xlsb.cell(Records.row(2)).cell(Records.formula(0, 7, RUN)))
                                .finds("active.formula")
                                .loses("calc")),
                vector("formula-webservice", XlsbVectors::webservice)
                        .finds("active.formula", "macro.xlm")
                        .loses(PLACE),
                vector("formula-shared", XlsbVectors::sharedFormula)
                        .finds("active.formula")
                        .loses("calc"),
                showing(
                        "結果",
                        vector("formula-of-text", xlsb -> xlsb.cell(Records.row(2))
                                        .cell(Records.record(
                                                8,
                                                Records.cell(0)
                                                        .raw(Records.text("結果"))
                                                        .u16(0)
                                                        .raw(Records.formula(RUN)))))
                                .finds("active.formula")
                                .loses("calc")),
                vector("dde", xlsb -> linked(xlsb, 1, "cmd", "/c calc"))
                        .finds("active.dde")
                        .loses("/c calc"),
                vector("external-book", xlsb -> linked(xlsb, 0, "rId1", ""))
                        .finds("active.external-book")
                        .loses(PLACE),
                vector(
                                "vba",
                                xlsb -> xlsb.change(file -> file.relate(
                                                Xlsb.BOOK, "rIdVba", Xlsb.MICROSOFT + "vbaProject", "vbaProject.bin")
                                        .part(
                                                "xl/vbaProject.bin",
                                                "application/vnd.ms-office.vbaProject",
                                                new Bytes()
                                                        .ascii("Sub Auto_Open")
                                                        .toArray())))
                        .finds("macro.vba")
                        .loses("Sub Auto_Open"),
                vector("object", XlsbVectors::object)
                        .finds("active.ole-object", "active.ole-link")
                        .loses(PLACE),
                vector("controls", xlsb -> xlsb.behind(block(643, 644, Records.text("rId9"), 645)))
                        .finds("active.activex"),
                vector("link-file", xlsb -> xlsb.behind(Records.link("rIdLink", ""))
                                .change(file -> file.relateOut(
                                        Xlsb.SHEET, "rIdLink", Xlsb.OFFICE + "hyperlink", "file:///" + PLACE + "/a")))
                        .finds("link.scheme")
                        .loses(PLACE),
                vector("validation-exec", xlsb -> xlsb.behind(validation(RUN)))
                        .finds("active.formula")
                        .loses("calc"),
                vector("condition-exec", xlsb -> xlsb.behind(condition(RUN)))
                        .finds("active.formula")
                        .loses("calc"),
                vector("printer", xlsb -> xlsb.behind(pageSetup("rIdPrint")).change(file -> file.relate(
                                        Xlsb.SHEET, "rIdPrint", Xlsb.OFFICE + "printerSettings", "printer.bin")
                                .part(
                                        "xl/worksheets/printer.bin",
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
                                        Records.text("\\\\" + PLACE + "\\p"))))
                        .finds("metadata.printer")
                        .loses(PLACE),
                vector("path", xlsb -> xlsb.before(block(37, 2071, Records.text("C:\\Users\\taro"), 38)))
                        .finds("metadata.path")
                        .loses("taro"),
                vector("code-name", xlsb -> xlsb.before(properties("ThisSheet")))
                        .finds("macro.reference")
                        .loses("ThisSheet"),
                vector("custom-view", xlsb -> xlsb.behind(block(422, 423, Records.text("課長だけ"), 425)))
                        .finds("xlsb.custom-view")
                        .loses("課長だけ"),
                vector("string-unused", xlsb -> xlsb.string("前任者のメモ"))
                        .finds("content.unused-string")
                        .loses("前任者のメモ"),
                vector("record-past-end", xlsb -> xlsb.loose(Records.tokens(0x01, 0x7F, 0, 0)))
                        .ends(Ending.REFUSED),
                vector("head-too-long", xlsb -> xlsb.behind(Records.tokens(0x94, 0x01, 0x80, 0x00)))
                        .ends(Ending.REFUSED),
                vector("never-ended", xlsb -> xlsb.behind(Records.record(133))).ends(Ending.REFUSED),
                vector(
                                "other-part",
                                xlsb -> xlsb.change(file -> file.member("xl/styles.bin", Xlsb.emptySheet(new byte[0]))))
                        .ends(Ending.REFUSED));
    }

    /** A workbook that has these bytes as its sheet. */
    public static byte[] withSheet(byte[] part) {
        return Xlsb.usual().change(file -> file.member(Xlsb.SHEET, part)).file();
    }

    /** A cell of the sheet that a reference leads to. */
    static byte[] cellOf(int reference) {
        return new Bytes().octets(0x5A).u16(reference).u32(0).u16(0).toArray();
    }

    /** A call by the name of a function that has no number. */
    private static Xlsb webservice(Xlsb xlsb) {
        byte[] call = new Bytes()
                .octets(0x23)
                .u32(1)
                .octets(0x17)
                .u16(PLACE.length())
                .raw(PLACE.getBytes(java.nio.charset.StandardCharsets.UTF_16LE))
                .octets(0x42, 2, 255, 0)
                .toArray();
        return xlsb.name(Records.name(0x03, "_xlfn.WEBSERVICE", Records.tokens(0x1C, 0x1D)))
                .cell(Records.row(2))
                .cell(Records.formula(0, 7, call));
    }

    private static Xlsb sharedFormula(Xlsb xlsb) {
        return xlsb.cell(Records.row(2))
                .cell(Records.member(0, 7, 2, 0))
                .cell(Records.record(
                        427, new Bytes().raw(Records.area(2, 3, 0, 0)).raw(Records.formula(RUN))))
                .cell(Records.row(3))
                .cell(Records.member(0, 8, 2, 0));
    }

    /** A cell that asks another workbook or program. */
    private static Xlsb linked(Xlsb xlsb, int kind, String first, String second) {
        byte[] book = new Bytes()
                .raw(Records.record(
                        360, new Bytes().u16(kind).raw(Records.text(first)).raw(Records.text(second))))
                .raw(Records.record(588))
                .toArray();
        return xlsb.external(Records.record(355, Records.text("rIdBook")))
                .references(0, 0, 0)
                .cell(Records.row(2))
                .cell(Records.formula(0, 7, cellOf(0)))
                .change(file -> file.relate(Xlsb.BOOK, "rIdBook", Xlsb.OFFICE + "externalLink", "links/link1.bin")
                        .part("xl/links/link1.bin", Xlsb.EXCEL + "externalLink", book)
                        .relateOut(
                                "xl/links/link1.bin",
                                "rId1",
                                Xlsb.OFFICE + "externalLinkPath",
                                "http://" + PLACE + "/a.xlsx"));
    }

    private static Xlsb object(Xlsb xlsb) {
        return xlsb.behind(block(638, 639, Records.text("rIdOle"), 640))
                .change(file ->
                        file.relateOut(Xlsb.SHEET, "rIdOle", Xlsb.OFFICE + "oleObject", "http://" + PLACE + "/a.doc"));
    }

    /** Something that begins, a record in it, and its end. */
    static byte[] block(int begin, int id, byte[] data, int end) {
        byte[] first = begin == 37 ? new Bytes().u16(1).u16(15).u16(0x8000).toArray() : new byte[0];
        return new Bytes()
                .raw(Records.record(begin, first))
                .raw(Records.record(id, data))
                .raw(Records.record(end))
                .toArray();
    }

    static byte[] properties(String codeName) {
        return Records.record(
                147,
                new Bytes()
                        .octets(0xC9, 4, 2, 0, 0x40, 0, 0, 0, 0, 0, 0)
                        .u32(-1)
                        .u32(-1)
                        .raw(Records.text(codeName)));
    }

    static byte[] pageSetup(String relationship) {
        Bytes data = new Bytes();
        for (int number : new int[] {9, 100, 600, 600, 1, 1, 1, 1}) {
            data.u32(number);
        }
        return Records.record(
                478, data.u16(0).raw(relationship.isEmpty() ? Records.none() : Records.text(relationship)));
    }

    static byte[] validation(byte[] tokens) {
        byte[] none = Records.none();
        byte[] rule = new Bytes()
                .u32(0x000C0007)
                .u32(1)
                .raw(Records.area(0, 0, 0, 0))
                .raw(none)
                .raw(none)
                .raw(none)
                .raw(none)
                .raw(Records.formula(tokens))
                .raw(Records.formula(new byte[0]))
                .toArray();
        return new Bytes()
                .raw(Records.record(573, new Bytes().u16(0).u32(0).u32(0).u32(0).u32(1)))
                .raw(Records.record(64, rule))
                .raw(Records.record(574))
                .toArray();
    }

    static byte[] condition(byte[] tokens) {
        byte[] rule = new Bytes()
                .u32(2)
                .u32(1)
                .u32(-1)
                .u32(1)
                .u32(0)
                .u32(0)
                .u32(0)
                .u16(0)
                .u32(tokens.length)
                .u32(0)
                .u32(0)
                .raw(Records.none())
                .raw(Records.formula(tokens))
                .toArray();
        return new Bytes()
                .raw(Records.record(461, new Bytes().u32(1).u32(0).u32(1).raw(Records.area(0, 1, 0, 1))))
                .raw(Records.record(463, rule))
                .raw(Records.record(464))
                .raw(Records.record(462))
                .toArray();
    }
}
