package jp.kiyome.testcorpus.xlsb;

import java.util.List;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.zip.Bytes;

/** Binary workbooks with nothing to find. */
public final class XlsbBenign {

    private static final byte[] SELF = Records.record(357);
    /** SUM of the first column. */
    private static final byte[] SUM = new Bytes()
            .octets(0x25)
            .u32(1)
            .u32(1)
            .u16(0)
            .u16(1)
            .octets(0x22, 1, 4, 0)
            .toArray();

    private XlsbBenign() {}

    private static Sample benign(String name, Xlsb xlsb) {
        return Sample.of("xlsb-" + name, "xlsb", xlsb::file).keeps("住民票");
    }

    public static List<Sample> all() {
        return List.of(
                benign("plain", Xlsb.usual()).keeps("住民票", "12.0"),
                benign("formulas", formulas()).keeps("46.5", "12.0"),
                benign("shared-formula", shared()).keeps("7.0", "8.0"),
                benign("array-formula", array()),
                benign("looks", looks()),
                benign("views", views()),
                benign(
                        "rules",
                        Xlsb.usual()
                                .behind(XlsbVectors.condition(Records.tokens(0x1D, 1)))
                                .behind(XlsbVectors.validation(Records.tokens(0x1E, 9, 0)))),
                benign("filter", Xlsb.usual().behind(filter())),
                benign("furigana", furigana()).keeps("漢字"),
                benign("short-cells", shortCells()).keeps("99.0"),
                benign("comment", comment()),
                benign("table", table()),
                benign(
                        "sparkline",
                        Xlsb.usual().external(SELF).references(0, 0, 0).behind(sparkline())),
                benign(
                        "validation-elsewhere",
                        Xlsb.usual().external(SELF).references(0, 0, 0).behind(validationElsewhere())),
                benign(
                        "link",
                        Xlsb.usual()
                                .behind(Records.link("rIdLink", ""))
                                .change(file -> file.relateOut(
                                        Xlsb.SHEET, "rIdLink", Xlsb.OFFICE + "hyperlink", "http://example.invalid/a"))),
                benign("link-inside", Xlsb.usual().behind(Records.link("", "台帳!A1"))),
                benign("printing", printing()));
    }

    private static Xlsb formulas() {
        byte[] future = new Bytes()
                .octets(0x23)
                .u32(2)
                .octets(0x1E, 1, 0, 0x1E, 2, 0, 0x42, 3, 255, 0)
                .toArray();
        byte[] ifError = new Bytes()
                .octets(0x24)
                .u32(1)
                .u16(0)
                .octets(0x1E, 0, 0, 0x41)
                .u16(480)
                .toArray();
        return Xlsb.usual()
                .external(SELF)
                .references(0, 0, 0)
                .name(Records.name(0, "合計", XlsbVectors.cellOf(0)))
                .name(Records.name(0x03, "_xlfn.BITAND", Records.tokens(0x1C, 0x1D)))
                .change(file -> file)
                .cell(Records.row(2))
                .cell(Records.formula(0, 46.5, SUM))
                .cell(Records.formula(1, 12, Records.tokens(0x43, 1, 0, 0, 0)))
                .cell(Records.row(3))
                .cell(Records.formula(0, 0, ifError))
                .cell(Records.formula(1, 0, future));
    }

    private static Xlsb shared() {
        byte[] above = new Bytes().octets(0x4C).u32(0xFFFFF).u16(0xC000).toArray();
        return Xlsb.usual()
                .cell(Records.row(2))
                .cell(Records.member(0, 7, 2, 0))
                .cell(Records.record(
                        427, new Bytes().raw(Records.area(2, 3, 0, 0)).raw(Records.formula(above))))
                .cell(Records.row(3))
                .cell(Records.member(0, 8, 2, 0));
    }

    private static Xlsb array() {
        byte[] constant = new Bytes().octets(0x60).raw(new byte[14]).toArray();
        byte[] values = new Bytes()
                .u32(2)
                .u32(1)
                .octets(0)
                .raw(Records.real(1))
                .octets(1)
                .u16(1)
                .octets('x', 0)
                .toArray();
        return Xlsb.usual()
                .cell(Records.row(2))
                .cell(Records.member(0, 1, 2, 0))
                .cell(Records.record(
                        426,
                        new Bytes().raw(Records.area(2, 2, 0, 1)).octets(0).raw(Records.formula(constant, values))))
                .cell(Records.member(1, 1, 2, 0));
    }

    private static Xlsb looks() {
        byte[] bold = new Bytes()
                .u16(0)
                .u16(0)
                .u16(2)
                .u16(0x19)
                .u16(6)
                .u16(700)
                .u16(0x05)
                .u16(12)
                .octets(5, 0, 0, 0, 0xFF, 0, 0, 0xFF)
                .toArray();
        byte[] style = new Bytes()
                .u32(0)
                .u16(1)
                .octets(0, 0xFF)
                .raw(Records.text("標準"))
                .toArray();
        return Xlsb.usual().style(Xlsb.one(619, 48, style)).style(Xlsb.one(505, 507, bold));
    }

    private static Xlsb views() {
        byte[] view = new Bytes()
                .u16(0x03DC)
                .u32(0)
                .u32(0)
                .u32(0)
                .octets(64, 0)
                .u16(0)
                .u16(100)
                .u16(0)
                .u16(0)
                .u16(0)
                .u32(0)
                .toArray();
        byte[] pane = new Bytes()
                .raw(Records.real(0))
                .raw(Records.real(1))
                .u32(1)
                .u32(0)
                .u32(2)
                .octets(3)
                .toArray();
        byte[] columns = new Bytes()
                .raw(Records.record(390))
                .raw(Records.record(
                        60, new Bytes().u32(0).u32(1).u32(2560).u32(0).u16(2)))
                .raw(Records.record(391))
                .toArray();
        byte[] merged = new Bytes()
                .raw(Records.record(177, new Bytes().u32(1)))
                .raw(Records.record(176, Records.area(4, 5, 0, 2)))
                .raw(Records.record(178))
                .toArray();
        return Xlsb.usual()
                .before(XlsbVectors.properties(""))
                .before(Records.record(148, Records.area(0, 1, 0, 1)))
                .before(Records.record(133))
                .before(Records.record(137, view))
                .before(Records.record(151, pane))
                .before(Records.record(138))
                .before(Records.record(134))
                .before(columns)
                .behind(merged);
    }

    private static byte[] filter() {
        return new Bytes()
                .raw(Records.record(161, Records.area(0, 1, 0, 1)))
                .raw(Records.record(163, new Bytes().u32(0).u16(0)))
                .raw(Records.record(165, new Bytes().u32(0).u32(0)))
                .raw(Records.record(167, Records.text("住民票")))
                .raw(Records.record(166))
                .raw(Records.record(164))
                .raw(Records.record(162))
                .toArray();
    }

    /** A text with fonts, and with its reading over it. */
    private static Xlsb furigana() {
        byte[] rich = new Bytes()
                .octets(3)
                .raw(Records.text("漢字"))
                .u32(1)
                .u16(1)
                .u16(0)
                .raw(Records.text("カンジ"))
                .u32(1)
                .u16(0)
                .u16(0)
                .u16(2)
                .u16(0)
                .u16(1)
                .toArray();
        return Xlsb.usual()
                .cell(Records.row(2))
                .cell(Records.record(62, Records.cell(0).raw(rich)));
    }

    /** Cells that do not say their column. */
    private static Xlsb shortCells() {
        return Xlsb.usual()
                .cell(Records.row(2))
                .cell(Records.number(2, 98))
                .cell(Records.record(16, new Bytes().u32(0).raw(Records.real(99))));
    }

    private static Xlsb comment() {
        byte[] note = new Bytes()
                .u32(0)
                .raw(Records.area(0, 0, 0, 0))
                .raw(new byte[16])
                .toArray();
        byte[] part = new Bytes()
                .raw(Records.record(628))
                .raw(Records.record(630))
                .raw(Records.record(632, Records.text("担当")))
                .raw(Records.record(631))
                .raw(Records.record(633))
                .raw(Records.record(635, note))
                .raw(Records.record(637, new Bytes().octets(0).raw(Records.text("確認済み"))))
                .raw(Records.record(636))
                .raw(Records.record(634))
                .raw(Records.record(629))
                .toArray();
        return Xlsb.usual()
                .change(file -> file.relate(Xlsb.SHEET, "rIdNotes", Xlsb.OFFICE + "comments", "../comments1.bin")
                        .part("xl/comments1.bin", Xlsb.EXCEL + "comments", part));
    }

    private static Xlsb table() {
        Bytes list = new Bytes()
                .raw(Records.area(0, 1, 0, 1))
                .u32(0)
                .u32(1)
                .u32(1)
                .u32(0)
                .u32(0);
        for (int i = 0; i < 6; i++) {
            list.u32(-1);
        }
        list.u32(0).raw(Records.text("一覧")).raw(Records.text("一覧"));
        for (int i = 0; i < 4; i++) {
            list.raw(Records.none());
        }
        byte[] part = new Bytes()
                .raw(Records.record(343, list))
                .raw(Records.record(345, new Bytes().u32(2)))
                .raw(column(1, "住民票"))
                .raw(column(2, "所在地"))
                .raw(Records.record(346))
                .raw(Records.record(513, new Bytes().u16(8).raw(Records.text("TableStyleMedium2"))))
                .raw(Records.record(344))
                .toArray();
        byte[] parts = new Bytes()
                .raw(Records.record(660, new Bytes().u32(1)))
                .raw(Records.record(661, Records.text("rIdTable")))
                .raw(Records.record(662))
                .toArray();
        byte[] here = new Bytes()
                .octets(0x18, 0x19)
                .u16(0)
                .u16(0)
                .u32(1)
                .u16(0)
                .u16(0)
                .toArray();
        return Xlsb.usual()
                .external(SELF)
                .references(0, 0, 0)
                .behind(parts)
                .cell(Records.row(2))
                .cell(Records.formula(
                        3, 34.5, new Bytes().raw(here).octets(0x22, 1, 4, 0).toArray()))
                .change(file -> file.relate(Xlsb.SHEET, "rIdTable", Xlsb.OFFICE + "table", "../tables/table1.bin")
                        .part("xl/tables/table1.bin", Xlsb.EXCEL + "table", part));
    }

    private static byte[] column(int number, String name) {
        Bytes data = new Bytes()
                .u32(number)
                .u32(0)
                .u32(-1)
                .u32(-1)
                .u32(-1)
                .u32(0)
                .raw(Records.none())
                .raw(Records.text(name));
        for (int i = 0; i < 4; i++) {
            data.raw(Records.none());
        }
        return new Bytes()
                .raw(Records.record(347, data))
                .raw(Records.record(348))
                .toArray();
    }

    private static byte[] sparkline() {
        byte[] cells =
                new Bytes().octets(0x3B).u16(0).u32(1).u32(1).u16(0).u16(1).toArray();
        byte[] line = new Bytes()
                .u32(6)
                .u32(1)
                .u32(2)
                .u32(1)
                .raw(Records.area(1, 1, 3, 3))
                .u32(1)
                .u32(2)
                .u32(cells.length)
                .u32(0)
                .raw(cells)
                .toArray();
        byte[] group = new Bytes()
                .u32(0)
                .u16(0)
                .raw(new byte[64])
                .raw(Records.real(0.75))
                .raw(Records.real(0))
                .raw(Records.real(0))
                .u32(0)
                .toArray();
        return new Bytes()
                .raw(Records.record(35, new Bytes().u32(0x0E02)))
                .raw(Records.record(1058, new Bytes().u32(0)))
                .raw(Records.record(1041, group))
                .raw(Records.record(1056))
                .raw(Records.record(1043, line))
                .raw(Records.record(1057))
                .raw(Records.record(1042))
                .raw(Records.record(1059))
                .raw(Records.record(36))
                .toArray();
    }

    /** A list that stands on a sheet, which Excel 2007 could not name. */
    private static byte[] validationElsewhere() {
        byte[] cell = XlsbVectors.cellOf(0);
        byte[] rule = new Bytes()
                .u32(6)
                .u32(1)
                .u32(2)
                .u32(1)
                .raw(Records.area(1, 1, 3, 3))
                .u32(1)
                .u32(2)
                .u32(cell.length)
                .u32(0)
                .raw(cell)
                .u32(0x010C0003)
                .raw(Records.none())
                .raw(Records.none())
                .raw(Records.none())
                .raw(Records.none())
                .toArray();
        return new Bytes()
                .raw(Records.record(35, new Bytes().u32(0x0E02)))
                .raw(Records.record(
                        1054, new Bytes().u32(0).u16(0).u32(0).u32(0).u32(0).u32(1)))
                .raw(Records.record(1053, rule))
                .raw(Records.record(1154))
                .raw(Records.record(36))
                .toArray();
    }

    private static Xlsb printing() {
        Bytes margins = new Bytes();
        for (int i = 0; i < 6; i++) {
            margins.raw(Records.real(0.7));
        }
        Bytes header = new Bytes().u16(0).raw(Records.text("&C台帳"));
        for (int i = 0; i < 5; i++) {
            header.raw(Records.none());
        }
        return Xlsb.usual()
                .behind(Records.record(477, new Bytes().u16(0x10)))
                .behind(Records.record(476, margins))
                .behind(XlsbVectors.pageSetup(""))
                .behind(Records.record(479, header))
                .behind(Records.record(480));
    }
}
