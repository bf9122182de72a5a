package jp.kiyome.testcorpus.xlsb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.ooxml.OoxmlPackage;
import jp.kiyome.testcorpus.zip.Bytes;

/** A workbook put together from records. Checks nothing, so that it can be as wrong as a sample needs. */
final class Xlsb {

    static final String BOOK = "xl/workbook.bin";
    static final String SHEET = "xl/worksheets/sheet1.bin";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    static final String MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships/";
    static final String EXCEL = "application/vnd.ms-excel.";

    private final List<String> strings = new ArrayList<>();
    private final Bytes sheets = new Bytes();
    private final Bytes externals = new Bytes();
    private final Bytes names = new Bytes();
    private final Bytes beforeCells = new Bytes();
    private final Bytes cells = new Bytes();
    private final Bytes behindCells = new Bytes();
    private final Bytes behindSheet = new Bytes();
    private final Bytes styles = new Bytes();
    private final List<UnaryOperator<OoxmlPackage>> changes = new ArrayList<>();
    private int sheetCount;

    private Xlsb() {}

    /** A sheet with two strings and two numbers. */
    static Xlsb usual() {
        return new Xlsb()
                .sheet(0, "rId1", "台帳")
                .string("住民票")
                .string("所在地")
                .cell(Records.row(0))
                .cell(Records.shared(0, 0))
                .cell(Records.shared(1, 1))
                .cell(Records.row(1))
                .cell(Records.number(0, 34.5))
                .cell(Records.number(1, 12));
    }

    Xlsb string(String text) {
        strings.add(text);
        return this;
    }

    Xlsb sheet(int state, String relationship, String name) {
        sheets.raw(Records.record(
                156,
                new Bytes()
                        .u32(state)
                        .u32(++sheetCount)
                        .raw(Records.text(relationship))
                        .raw(Records.text(name))));
        return this;
    }

    /** A further sheet in a part of its own. */
    Xlsb sheet(int state, String name, String type, String contentType, byte[] part) {
        String id = "rIdMore" + sheetCount;
        String target = "sheets/more" + sheetCount + ".bin";
        return sheet(state, id, name)
                .change(file -> file.relate(BOOK, id, type, target).part("xl/" + target, contentType, part));
    }

    Xlsb external(byte[] record) {
        externals.raw(record);
        return this;
    }

    /** References to sheets, each as a book and two sheets. */
    Xlsb references(int... numbers) {
        Bytes data = new Bytes().u32(numbers.length / 3);
        for (int number : numbers) {
            data.u32(number);
        }
        return external(Records.record(362, data));
    }

    Xlsb name(byte[] record) {
        names.raw(record);
        return this;
    }

    Xlsb before(byte[] record) {
        beforeCells.raw(record);
        return this;
    }

    Xlsb cell(byte[] record) {
        cells.raw(record);
        return this;
    }

    Xlsb behind(byte[] record) {
        behindCells.raw(record);
        return this;
    }

    /** Behind the end of the part. */
    Xlsb loose(byte[] bytes) {
        behindSheet.raw(bytes);
        return this;
    }

    Xlsb style(byte[] records) {
        styles.raw(records);
        return this;
    }

    Xlsb change(UnaryOperator<OoxmlPackage> change) {
        changes.add(change);
        return this;
    }

    /** A sheet with nothing in it. */
    static byte[] emptySheet(byte[] behind) {
        return new Bytes()
                .raw(Records.record(129))
                .raw(Records.record(145))
                .raw(Records.record(146))
                .raw(behind)
                .raw(Records.record(130))
                .toArray();
    }

    byte[] file() {
        OoxmlPackage file = new OoxmlPackage()
                .relate("", "rId1", OFFICE + "officeDocument", BOOK)
                .part(BOOK, EXCEL + "sheet.binary.macroEnabled.main", book())
                .relate(BOOK, "rId1", OFFICE + "worksheet", "worksheets/sheet1.bin")
                .relate(BOOK, "rIdStyles", OFFICE + "styles", "styles.bin")
                .relate(BOOK, "rIdStrings", OFFICE + "sharedStrings", "sharedStrings.bin")
                .part(SHEET, EXCEL + "worksheet", sheet())
                .part("xl/styles.bin", EXCEL + "styles", styles())
                .part("xl/sharedStrings.bin", EXCEL + "sharedStrings", strings());
        for (UnaryOperator<OoxmlPackage> change : changes) {
            file = change.apply(file);
        }
        return file.bytes();
    }

    private byte[] book() {
        Bytes book = new Bytes()
                .raw(Records.record(131))
                .raw(Records.record(143))
                .raw(sheets.toArray())
                .raw(Records.record(144));
        if (externals.size() > 0) {
            book.raw(Records.record(353)).raw(externals.toArray()).raw(Records.record(354));
        }
        return book.raw(names.toArray()).raw(Records.record(132)).toArray();
    }

    private byte[] sheet() {
        return new Bytes()
                .raw(Records.record(129))
                .raw(beforeCells.toArray())
                .raw(Records.record(145))
                .raw(cells.toArray())
                .raw(Records.record(146))
                .raw(behindCells.toArray())
                .raw(Records.record(130))
                .raw(behindSheet.toArray())
                .toArray();
    }

    private byte[] strings() {
        Bytes all = new Bytes()
                .raw(Records.record(159, new Bytes().u32(strings.size()).u32(strings.size())));
        strings.forEach(text -> all.raw(Records.record(19, new Bytes().octets(0).raw(Records.text(text)))));
        return all.raw(Records.record(160)).toArray();
    }

    private byte[] styles() {
        byte[] color = {0, 0x40, 0, 0, 0, 0, 0, 0};
        byte[] line = new Bytes().octets(0, 0).raw(color).toArray();
        byte[] font = new Bytes()
                .u16(220)
                .u16(0)
                .u16(400)
                .u16(0)
                .octets(0, 2, 128, 0)
                .raw(color)
                .octets(0)
                .raw(Records.text("MS Gothic"))
                .toArray();
        byte[] fill = new Bytes().u32(0).raw(color).raw(color).raw(new byte[48]).toArray();
        byte[] border = new Bytes()
                .octets(0)
                .raw(line)
                .raw(line)
                .raw(line)
                .raw(line)
                .raw(line)
                .toArray();
        return new Bytes()
                .raw(Records.record(278))
                .raw(one(611, 43, font))
                .raw(one(603, 45, fill))
                .raw(one(613, 46, border))
                .raw(one(626, 47, format(0xFFFF)))
                .raw(one(617, 47, format(0)))
                .raw(styles.toArray())
                .raw(Records.record(279))
                .toArray();
    }

    private static byte[] format(int parent) {
        return new Bytes()
                .u16(parent)
                .u16(0)
                .u16(0)
                .u16(0)
                .u16(0)
                .octets(0, 0)
                .u16(0x1010)
                .u16(0)
                .toArray();
    }

    /** A list with one record; the record that ends it has the next number. */
    static byte[] one(int begin, int id, byte[] data) {
        return new Bytes()
                .raw(Records.record(begin, new Bytes().u32(1)))
                .raw(Records.record(id, data))
                .raw(Records.record(begin + 1))
                .toArray();
    }
}
