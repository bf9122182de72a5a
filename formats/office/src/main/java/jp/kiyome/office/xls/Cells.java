package jp.kiyome.office.xls;

import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/**
 * Records of cells without formulas and of rows ([MS-XLS] 2.4.20, .24, .148, .149, .174, .175, .180, .220, .221). By hand, since a
 * large sheet is made of little else. A damaged one refuses the file: a cell is not lost silently. Not thread-safe.
 */
final class Cells {

    private static final int LAST_COLUMN = 255;
    private static final int ROW_FLAGS_2 = 0xF000;
    private static final int FORMAT = 0x0FFF;
    private static final int ROW_FLAGS_1 = 0x01F7;

    private final Book book;
    private final Told told;

    Cells(Book book, Told told) {
        this.book = book;
        this.told = told;
    }

    /** Whether the record is one of these; then it was written. */
    boolean copy(int id, RecordInput in, RecordOutput out) {
        int begun = out.size();
        switch (id) {
            case Biff.BLANK -> head(id, in, out);
            case Biff.NUMBER -> {
                head(id, in, out);
                number(in, out);
            }
            case Biff.RK -> {
                head(id, in, out);
                out.i32(in.i32());
            }
            case Biff.BOOL_ERR -> {
                head(id, in, out);
                truth(in, out);
            }
            case Biff.LABEL_SST -> {
                head(id, in, out);
                out.i32(book.strings().number(in.i32()));
            }
            case Biff.LABEL -> {
                head(Biff.LABEL_SST, in, out);
                int length = in.u16();
                out.i32(book.strings().add(in.string(length)));
            }
            case Biff.MUL_BLANK -> several(id, in, out, 2);
            case Biff.MUL_RK -> several(id, in, out, 6);
            case Biff.ROW -> row(in, out);
            default -> {
                return false;
            }
        }
        out.end(begun + 4);
        tell(id, in);
        return true;
    }

    private void tell(int id, RecordInput in) {
        if (!in.ok()) {
            throw Refusal.of("xls.cell", told.where("0x" + Integer.toHexString(id)), "");
        }
        if (in.tail()) {
            told.removed("xls.record-tail", "0x" + Integer.toHexString(id));
        }
        if (in.strayed()) {
            told.changed("record.reference", "0x" + Integer.toHexString(id), "");
        }
        if (in.altered()) {
            told.changed("xls.unused-field", "0x" + Integer.toHexString(id), "");
        }
    }

    private void head(int id, RecordInput in, RecordOutput out) {
        out.begin(id);
        out.u16(in.u16());
        out.u16(column(in));
        out.u16(book.format(in));
    }

    private static int column(RecordInput in) {
        int column = in.u16();
        if (column > LAST_COLUMN) {
            in.refuse();
        }
        return column;
    }

    private static void number(RecordInput in, RecordOutput out) {
        long bits = in.i64();
        if (!Double.isFinite(Double.longBitsToDouble(bits))) {
            in.refuse();
        }
        out.i64(bits);
    }

    private static void truth(RecordInput in, RecordOutput out) {
        int value = in.u8();
        int error = in.u8();
        if (error == 0 && value > 1 && CellValue.isError(value)) {
            // Some programs that draw charts forget to say that it is an error.
            error = 1;
            in.alter();
        }
        if (error > 1 || error == 0 && value > 1 || error == 1 && !CellValue.isError(value)) {
            in.refuse();
        }
        out.u8(value);
        out.u8(error);
    }

    /** Cells beside each other: a row, a column, so many formats or formats with numbers, the last column. */
    private void several(int id, RecordInput in, RecordOutput out, int size) {
        int count = (in.remaining() - 6) / size;
        out.begin(id);
        out.u16(in.u16());
        int first = column(in);
        out.u16(first);
        for (int i = 0; i < count; i++) {
            out.u16(book.format(in));
            if (size == 6) {
                out.i32(in.i32());
            }
        }
        int last = column(in);
        out.u16(last);
        if (count < 1 || last != first + count - 1) {
            in.refuse();
        }
    }

    private void row(RecordInput in, RecordOutput out) {
        out.begin(Biff.ROW);
        out.u16(in.u16());
        out.u16(in.u16());
        out.u16(in.u16());
        out.u16(in.u16());
        if (in.i32() != 0) {
            in.alter();
        }
        out.i32(0);
        out.u16(in.u16() & ROW_FLAGS_1);
        // Twelve bits of a format, and four flags about lines and furigana.
        int format = in.u16();
        out.u16(format & ROW_FLAGS_2 | book.counts().format(format & FORMAT, in));
    }
}
