package jp.kiyome.office.xls.ptg;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** What tokens have behind all tokens in binary workbooks of Excel 2007 and later ([MS-XLSB] RgbExtra). Stateless. */
final class WideExtra {

    private static final int MOST_CELLS = 1 << 16;
    private static final int LONGEST_TEXT = 255;

    private WideExtra() {}

    /** The values of an array (PtgExtraArray). */
    static void array(RecordInput in, RecordOutput out) {
        int columns = in.i32();
        int rows = in.i32();
        out.i32(columns);
        out.i32(rows);
        if (columns < 1 || rows < 1 || columns > MOST_CELLS || rows > MOST_CELLS) {
            in.refuse();
            return;
        }
        long cells = (long) columns * rows;
        if (cells > MOST_CELLS || !in.has(cells, 2)) {
            in.refuse();
            return;
        }
        for (int i = 0; i < cells && in.ok(); i++) {
            value(in, out);
        }
    }

    private static void value(RecordInput in, RecordOutput out) {
        int type = in.u8();
        out.u8(type);
        switch (type) {
            case 0x00 -> Extra.number(in, out);
            case 0x01 -> text(in, out);
            case 0x02 -> literal(in, out, in.peek(0) <= 1);
            case 0x04 -> {
                literal(in, out, Extra.isError(in.peek(0)));
                Extra.ignored(in, out, 3);
            }
            default -> in.refuse();
        }
    }

    private static void text(RecordInput in, RecordOutput out) {
        int length = in.u16();
        if (length > LONGEST_TEXT) {
            in.refuse();
            return;
        }
        out.u16(length);
        out.characters(in.characters(length, true), true);
    }

    private static void literal(RecordInput in, RecordOutput out, boolean allowed) {
        if (!allowed) {
            in.refuse();
        }
        out.u8(in.u8());
    }

    /** The areas that a token for memory names (PtgExtraMem). */
    static void areas(RecordInput in, RecordOutput out) {
        int count = in.i32();
        out.i32(count);
        if (in.has(count, 16)) {
            for (int i = 0; i < 4 * count; i++) {
                out.i32(in.i32());
            }
        }
    }

    /** The column of the cell that has the formula (PtgExtraCol). */
    static void column(RecordInput in, RecordOutput out) {
        out.i32(in.i32());
    }
}
