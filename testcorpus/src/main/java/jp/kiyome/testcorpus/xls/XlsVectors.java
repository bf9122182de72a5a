package jp.kiyome.testcorpus.xls;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** Workbooks that run, ask or tell, each with its twin. */
public final class XlsVectors {

    /** To the workbook itself, and to what is elsewhere. */
    private static final byte[] SELF = Biff.record(0x01AE, 1, 0x0401);

    private static final byte[] RUN_EXEC = Biff.tokens(0x17, 4, 0, 'c', 'a', 'l', 'c', 0x42, 1, 110, 0);
    private static final String PLACE = "example.invalid";

    private XlsVectors() {}

    private static Vector vector(String name, UnaryOperator<Xls> hostile) {
        return Vector.of("xls-" + name, "xls", () -> hostile.apply(Xls.usual()).file(), () -> Xls.usual()
                        .file())
                .keeps("住民票", "34.5");
    }

    public static List<Vector> all() {
        return List.of(
                vector("macro-sheet", xls -> xls.sheet("Macro1", 2, 1, 0x40, Biff.formula(0, 0, 0, RUN_EXEC))
                                .link(Biff.name(0x21, "\u0001", 0, Biff.tokens(0x3A, 0, 0, 0, 0, 0, 0))))
                        .finds("macro.xlm", "macro.reference")
                        .loses("calc", "Macro1"),
                vector("macro-sheet-alone", xls -> xls.listed(1, 0)).ends(Ending.REFUSED),
                vector("sheet-kind-lies", xls -> xls.sheet("Macro1", 0, 0, 0x40))
                        .ends(Ending.REFUSED),
                vector("module", xls -> xls.sheet("Module1", 0, 6, 0x06))
                        .finds("macro.vba")
                        .loses("Module1"),
                vector("dialog-sheet", xls -> xls.sheet("Dialog1", 0, 0, 0x10, Biff.record(0x0081, 0x04D1)))
                        .finds("macro.dialog-sheet")
                        .loses("Dialog1"),
                vector("very-hidden", xls -> xls.sheet("隠し", 2, 0, 0x10)).finds("content.very-hidden-sheet"),
                vector("auto-open-suffix", xls -> xls.link(Biff.name(0, "AUTO_Open_a", 0, Biff.tokens(0x1E, 1, 0))))
                        .finds("macro.reference")
                        .loses("AUTO_Open_a"),
                vector("name-of-macro", xls -> xls.link(Biff.name(0x0A, "Starten", 0, Biff.tokens(0x1E, 1, 0))))
                        .finds("macro.reference")
                        .loses("Starten"),
                vector("dde", XlsVectors::dde).finds("active.dde").loses("cmd"),
                vector("external-book", XlsVectors::externalBook)
                        .finds("active.external-book")
                        .loses(PLACE),
                vector("formula-exec", xls -> xls.cell(Biff.formula(2, 0, 7, RUN_EXEC)))
                        .finds("active.formula")
                        .loses("calc"),
                vector("formula-shared", XlsVectors::sharedFormula)
                        .finds("active.formula")
                        .loses("calc"),
                vector("formula-indirect", xls -> xls.cell(Biff.formula(2, 0, 7, indirect("[a.xls]S!A1"))))
                        .finds("active.formula")
                        .loses("[a.xls]"),
                vector("vba", xls -> xls.global(Biff.record(0x00D3))
                                .behind(Biff.record(0x01BA, Biff.longText("Sheet1")))
                                .frame(file -> file.with(
                                        "_VBA_PROJECT_CUR",
                                        "Sub Auto_Open".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                        .finds("macro.vba", "macro.reference")
                        .loses("Sub Auto_Open"),
                vector("object", xls -> xls.frame(file -> file.with("MBD0001A2B3", new byte[100])))
                        .finds("active.ole-object"),
                vector("button", xls -> xls.global(Shapes.group())
                                .behind(Shapes.drawing(new int[] {0x7F, 0x01000100}, Shapes.object(7, macro()))))
                        .finds("macro.reference", "active.form-control"),
                vector("control", xls -> xls.global(Shapes.group())
                                .behind(Shapes.drawing(new int[0], Shapes.object(8, Biff.words(0x08, 2, 0x11)))))
                        .finds("active.activex"),
                vector("picture-path", XlsVectors::picturePath)
                        .finds("escher.picture-name")
                        .loses(PLACE),
                vector("link-file", xls -> xls.behind(fileLink()))
                        .finds("link.scheme")
                        .loses(PLACE),
                vector("link-script", xls -> xls.behind(webLink("javascript:alert(1)")))
                        .finds("link.scheme")
                        .loses("alert(1)"),
                vector("query", xls -> xls.behind(Biff.record(0x00DC, Biff.longText("http://" + PLACE))))
                        .finds("active.query")
                        .loses(PLACE),
                vector("printer", xls -> xls.behind(Biff.record(0x004D, Biff.longText("\\\\" + PLACE + "\\p"))))
                        .finds("metadata.printer")
                        .loses(PLACE),
                vector("author", xls -> xls.global(Biff.record(0x005C, Biff.longText("山田太郎"))))
                        .finds("metadata.author")
                        .loses("山田太郎"),
                vector("custom-view", xls -> xls.behind(Biff.record(0x01AA, new byte[50]))
                                .behind(Biff.record(0x0014, Biff.longText("課長だけ")))
                                .behind(Biff.record(0x01AB, 1)))
                        .finds("xls.custom-view")
                        .loses("課長だけ"),
                vector("string-unused", xls -> xls.string("前任者のメモ"))
                        .finds("content.unused-string")
                        .loses("前任者のメモ"),
                stray("format-of-font", Biff.record(0x00E0, format(0x4141, 0, 0xFFF5))),
                stray("format-of-number", Biff.record(0x00E0, format(0, 0x4141, 0xFFF5))),
                stray("format-of-parent", Biff.record(0x00E0, format(0, 0, 0x4140))),
                stray(
                        "style-of-format",
                        Biff.record(0x0293, new Bytes().u16(0x8ABC).octets(3, 0xFF))),
                vector("cell-of-format", xls -> xls.cell(Biff.record(0x0201, 5, 0, 0x4141)))
                        .finds("record.reference"),
                vector("row-of-format", xls -> xls.cell(Biff.record(0x0208, 5, 0, 1, 255, 0, 0, 0x80, 0x0ABC)))
                        .finds("record.reference"),
                vector("column-of-format", xls -> xls.cell(Biff.record(0x007D, 0, 1, 2000, 0x4141, 0, 0)))
                        .finds("record.reference"),
                vector("columns-turned", xls -> xls.cell(Biff.record(0x007D, 9, 1, 2000, 15, 0, 0)))
                        .finds("record.reference"),
                vector("merged-turned", xls -> xls.behind(Biff.record(0x00E5, 1, 5, 4, 2, 0)))
                        .finds("record.reference"),
                vector(
                                "selection-of-none",
                                xls -> xls.behind(Biff.record(
                                        0x001D,
                                        new Bytes()
                                                .octets(3)
                                                .u16(0)
                                                .u16(0)
                                                .u16(0x4141)
                                                .u16(1)
                                                .raw(new byte[6]))))
                        .finds("record.reference"),
                vector("string-of-font", xls -> xls.strings(rich(0, 0x4141))).finds("record.reference"),
                vector("string-run-behind", xls -> xls.strings(rich(0x4141, 0))).finds("record.reference"),
                chart("font", Biff.record(0x1026, 0x4141)),
                chart("series-of-list", Biff.record(0x1016, 1, 0x4141)),
                chart("group", Biff.record(0x1045, 0x4141)),
                chart("number", Biff.record(0x104E, 0x4141)),
                chart("run", Biff.record(0x1050, 1, 0, 0x4141)),
                vector("two-sheets-in-one", xls -> xls.sheet("写し", 0, 0, 0x20)).ends(Ending.REFUSED),
                vector(
                                "record-past-end",
                                xls -> xls.frame(file -> file.with(
                                        "Workbook",
                                        new Bytes()
                                                .raw(Biff.beginning(5))
                                                .u16(0x0042)
                                                .u16(100)
                                                .toArray())))
                        .ends(Ending.REFUSED));
    }

    /** Two numbers of a format that name a font and how a number is written, and the parent with its flags. */
    private static Bytes format(int font, int number, int parent) {
        return new Bytes()
                .u16(font)
                .u16(number)
                .u16(parent)
                .octets(0x20, 0, 0, 0)
                .u32(0)
                .u32(0)
                .u16(0x20C0);
    }

    /** A record for all sheets that names what is not there; readers take such numbers as indexes. */
    private static Vector stray(String name, byte[] record) {
        return vector(name, xls -> xls.global(record)).finds("record.reference");
    }

    /** The same in a chart that stands alone on a sheet. */
    private static Vector chart(String name, byte[] record) {
        return Vector.of(
                        "xls-chart-of-" + name,
                        "xls",
                        () -> Xls.usual().sheet("図", 0, 2, 0x20, record).file(),
                        () -> Xls.usual().sheet("図", 0, 2, 0x20).file())
                .finds("record.reference")
                .keeps("住民票");
    }

    /** One string, which changes its font at a character. */
    private static byte[] rich(int from, int font) {
        byte[] text = "住民票".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        return Biff.record(
                0x00FC,
                new Bytes()
                        .u32(1)
                        .u32(1)
                        .u16(3)
                        .octets(9)
                        .u16(1)
                        .raw(text)
                        .u16(from)
                        .u16(font));
    }

    /** Files with nothing to find. */
    public static List<Sample> benign() {
        return List.of(
                benign("plain", Xls.usual()).keeps("住民票", "12.0"),
                benign(
                        "formulas",
                        Xls.usual()
                                .link(SELF)
                                .link(Biff.record(0x0017, 1, 0, 0, 0))
                                .link(Biff.name(0, "合計", 0, Biff.tokens(0x3A, 0, 0, 1, 0, 0, 0)))
                                .cell(Biff.formula(
                                        2, 0, 46.5, Biff.tokens(0x25, 1, 0, 1, 0, 0, 0, 1, 0, 0x22, 1, 4, 0)))
                                .cell(Biff.formula(3, 0, 12, Biff.tokens(0x43, 1, 0, 0, 0)))),
                benign("add-in-function", addIn()),
                benign(
                        "strings-in-two-records",
                        Xls.usual().cell(Biff.shared(4, 0, 1)).strings(split("住民票", "あ".repeat(5000)))),
                benign("link", Xls.usual().behind(webLink("http://" + PLACE + "/a"))),
                benign("merged", Xls.usual().behind(Biff.record(0x00E5, 1, 4, 5, 0, 2))),
                benign("chart-alone", Xls.usual().sheet("図", 0, 2, 0x20, Biff.record(0x1026, 3))),
                benign("rich", Xls.usual().strings(rich(1, 2))),
                benign(
                        "selection",
                        Xls.usual()
                                .behind(Biff.record(
                                        0x001D,
                                        new Bytes()
                                                .octets(3)
                                                .raw(Biff.words(0, 0, 0, 1))
                                                .raw(new byte[6])))),
                benign(
                        "shape",
                        Xls.usual()
                                .global(Shapes.group())
                                .behind(Shapes.drawing(new int[0], Shapes.object(2, new byte[0])))),
                benign(
                                "picture",
                                Xls.usual()
                                        .global(Shapes.groupWithPicture(jp.kiyome.testcorpus.picture.Png.square()))
                                        .behind(Shapes.drawing(new int[] {0x4104, 1}, Shapes.object(8, new byte[0]))))
                        .pictures(1),
                benign("validation", Xls.usual().behind(validation())));
    }

    /** A compound file that has these bytes as its workbook. */
    public static byte[] framed(byte[] stream) {
        return new RawCompound().with("Workbook", stream).file();
    }

    private static Sample benign(String name, Xls xls) {
        return Sample.of("xls-" + name, "xls", xls::file).keeps("住民票");
    }

    private static Xls dde(Xls xls) {
        byte[] name = new Bytes().u16(0x7FE2).u32(0).raw(Biff.shortText("'A0'")).toArray();
        return xls.link(Biff.record(0x01AE, new Bytes().u16(0).raw(Biff.longText("cmd\u0003/c calc"))))
                .link(Biff.record(0x0023, name))
                .link(Biff.record(0x0017, 1, 0, 0xFFFE, 0xFFFE))
                .cell(Biff.formula(2, 0, 7, Biff.tokens(0x59, 0, 0, 1, 0, 0, 0)));
    }

    private static Xls externalBook(Xls xls) {
        byte[] book = new Bytes()
                .u16(1)
                .raw(Biff.longText("\u0001@\\\\" + PLACE + "\\s\\a.xls"))
                .raw(Biff.longText("S"))
                .toArray();
        return xls.link(Biff.record(0x01AE, book))
                .link(Biff.record(0x0059, 1, 0))
                .link(Biff.record(0x0017, 1, 0, 0, 0))
                .cell(Biff.formula(2, 0, 7, Biff.tokens(0x5A, 0, 0, 0, 0, 0, 0)));
    }

    private static Xls sharedFormula(Xls xls) {
        byte[] rest = new Bytes()
                .u16(2)
                .u16(3)
                .octets(0, 0, 0, 2)
                .u16(RUN_EXEC.length)
                .raw(RUN_EXEC)
                .toArray();
        byte[] points = Biff.tokens(1, 2, 0, 0, 0);
        return xls.cell(Biff.formula(2, 0, 7, points))
                .cell(Biff.record(0x04BC, rest))
                .cell(Biff.formula(3, 0, 8, points));
    }

    private static byte[] indirect(String text) {
        return new Bytes()
                .octets(0x17)
                .raw(Biff.shortText(text))
                .octets(0x42, 1, 148, 0)
                .toArray();
    }

    private static Xls addIn() {
        byte[] name = new Bytes()
                .u16(0)
                .u32(0)
                .raw(Biff.shortText("EDATE"))
                .u16(2)
                .octets(0x1C, 0x17)
                .toArray();
        byte[] call = Biff.tokens(0x39, 0, 0, 1, 0, 0, 0, 0x1E, 1, 0, 0x1E, 1, 0, 0x42, 3, 255, 0);
        return Xls.usual()
                .link(SELF)
                .link(Biff.record(0x01AE, 1, 0x3A01))
                .link(Biff.record(0x0023, name))
                .link(Biff.record(0x0017, 1, 1, 0xFFFE, 0xFFFE))
                .cell(Biff.formula(2, 0, 32, call));
    }

    /** FtMacro with a formula: the name of a macro. */
    private static byte[] macro() {
        return new Bytes().u16(4).u16(8).u16(6).octets(0x23, 1, 0, 0, 0, 0).toArray();
    }

    private static Xls picturePath(Xls xls) {
        byte[] path = ("\\\\" + PLACE + "\\a.png\0").getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        byte[] properties = new Bytes().u16(0xC105).u32(path.length).raw(path).toArray();
        return xls.global(Shapes.group()).behind(Shapes.drawing(1, properties, Shapes.object(8, new byte[0])));
    }

    private static final byte[] LINK =
            Biff.words(4, 4, 0, 0, 0xC9D0, 0x79EA, 0xBAF9, 0x11CE, 0x828C, 0xAA00, 0x4B00, 0x0BA9);

    private static byte[] webLink(String address) {
        byte[] text = (address + '\0').getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        return Biff.record(
                0x01B8,
                new Bytes()
                        .raw(LINK)
                        .u32(2)
                        .u32(3)
                        .raw(Biff.words(0xC9E0, 0x79EA, 0xBAF9, 0x11CE, 0x828C, 0xAA00, 0x4B00, 0x0BA9))
                        .u32(text.length)
                        .raw(text));
    }

    private static byte[] fileLink() {
        return Biff.record(
                0x01B8,
                new Bytes()
                        .raw(LINK)
                        .u32(2)
                        .u32(1)
                        .raw(Biff.words(0x0303, 0, 0, 0, 0x00C0, 0, 0, 0x4600))
                        .u16(0)
                        .u32(30)
                        .ascii("\\\\" + PLACE + "\\a.exe\0"));
    }

    /** The second string goes on in a record of its own, which begins with the width of its characters. */
    private static byte[] split(String first, String second) {
        byte[] text = second.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        byte[] head = new Bytes()
                .u32(2)
                .u32(2)
                .raw(Biff.longText(first))
                .u16(second.length())
                .octets(1)
                .toArray();
        int fits = (8224 - head.length) / 2 * 2;
        return new Bytes()
                .raw(Biff.record(0x00FC, new Bytes().raw(head).raw(java.util.Arrays.copyOf(text, fits))))
                .raw(Biff.record(
                        0x003C, new Bytes().octets(1).raw(java.util.Arrays.copyOfRange(text, fits, text.length))))
                .toArray();
    }

    private static byte[] validation() {
        byte[] head = Biff.record(
                0x01B2, new Bytes().u16(0).u32(0).u32(0).u32(0xFFFFFFFFL).u32(1));
        byte[] one = Biff.record(
                0x01BE,
                new Bytes()
                        .u32(0x00080101)
                        .raw(Biff.longText("\0"))
                        .raw(Biff.longText("\0"))
                        .raw(Biff.longText("\0"))
                        .raw(Biff.longText("\0"))
                        .u16(3)
                        .u16(0)
                        .octets(0x1E, 1, 0)
                        .u16(3)
                        .u16(0)
                        .octets(0x1E, 9, 0)
                        .raw(Biff.words(1, 5, 5, 0, 0)));
        return new Bytes().raw(head).raw(one).toArray();
    }
}
