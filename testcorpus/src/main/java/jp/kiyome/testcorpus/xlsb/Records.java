package jp.kiyome.testcorpus.xlsb;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.zip.Bytes;

/** Records and their parts ([MS-XLSB] 2.1.4, 2.5). */
final class Records {

    private Records() {}

    static byte[] record(int id, byte[] data) {
        Bytes out = new Bytes();
        if (id < 0x80) {
            out.octets(id);
        } else {
            out.octets(id & 0x7F | 0x80, id >> 7);
        }
        int size = data.length;
        while (size >= 0x80) {
            out.octets(size & 0x7F | 0x80);
            size >>= 7;
        }
        return out.octets(size).raw(data).toArray();
    }

    static byte[] record(int id, Bytes data) {
        return record(id, data.toArray());
    }

    static byte[] record(int id) {
        return record(id, new byte[0]);
    }

    /** Characters with their number in front. */
    static byte[] text(String text) {
        return new Bytes()
                .u32(text.length())
                .raw(text.getBytes(StandardCharsets.UTF_16LE))
                .toArray();
    }

    /** One that is absent. */
    static byte[] none() {
        return new Bytes().u32(-1).toArray();
    }

    static byte[] tokens(int... octets) {
        return new Bytes().octets(octets).toArray();
    }

    /** A formula with what its tokens have behind them. */
    static byte[] formula(byte[] tokens, byte... behind) {
        return new Bytes()
                .u32(tokens.length)
                .raw(tokens)
                .u32(behind.length)
                .raw(behind)
                .toArray();
    }

    static byte[] real(double value) {
        long bits = Double.doubleToLongBits(value);
        return new Bytes().u32(bits).u32(bits >> 32).toArray();
    }

    static byte[] area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        return new Bytes()
                .u32(firstRow)
                .u32(lastRow)
                .u32(firstColumn)
                .u32(lastColumn)
                .toArray();
    }

    static byte[] row(int number) {
        return record(0, new Bytes().u32(number).u32(0).u16(300).octets(0, 0, 0).u32(0));
    }

    /** Where a cell stands in its row, and its format. */
    static Bytes cell(int column) {
        return new Bytes().u32(column).u32(0);
    }

    static byte[] number(int column, double value) {
        return record(5, cell(column).raw(real(value)));
    }

    static byte[] shared(int column, int string) {
        return record(7, cell(column).u32(string));
    }

    static byte[] formula(int column, double value, byte[] tokens, byte... behind) {
        return record(9, cell(column).raw(real(value)).u16(0).raw(formula(tokens, behind)));
    }

    /** A cell of what several cells share: where the first of these stands. */
    static byte[] member(int column, double value, int row, int first) {
        return formula(
                column,
                value,
                new Bytes().octets(1).u32(row).toArray(),
                new Bytes().u32(first).toArray());
    }

    /** A name of the whole workbook. */
    static byte[] name(int flags, String name, byte[] tokens) {
        return record(
                39,
                new Bytes()
                        .u32(flags)
                        .octets(0)
                        .u32(-1)
                        .raw(text(name))
                        .raw(formula(tokens))
                        .raw(none()));
    }

    static byte[] link(String relationship, String place) {
        return record(
                494,
                new Bytes()
                        .raw(area(0, 0, 0, 0))
                        .raw(relationship.isEmpty() ? none() : text(relationship))
                        .raw(text(place))
                        .raw(text(""))
                        .raw(text("")));
    }
}
