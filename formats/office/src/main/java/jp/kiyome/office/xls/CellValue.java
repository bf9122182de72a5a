package jp.kiyome.office.xls;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** What a formula calculated last ([MS-XLS] 2.5.133 FormulaValue). */
sealed interface CellValue {

    /** A number that is finite, as its bits. */
    @SuppressWarnings("AvoidCommonTypeNames")
    record Number(long bits) implements CellValue {}

    /** A text, which the record String behind the formula has. */
    record Text() implements CellValue {}

    /** A truth value: 0 or 1. */
    record Truth(int value) implements CellValue {}

    /** A code of an error. */
    @SuppressWarnings("AvoidCommonTypeNames")
    record Error(int code) implements CellValue {}

    /** The empty text. */
    record Empty() implements CellValue {}

    /** Reads one; the input is refused when it is none of these. */
    static CellValue read(RecordInput in) {
        long bits = in.i64();
        if (bits >>> 48 != 0xFFFF) {
            if (!Double.isFinite(Double.longBitsToDouble(bits))) {
                in.refuse();
            }
            return new Number(bits);
        }
        int value = (int) (bits >> 16) & 0xFF;
        return switch ((int) bits & 0xFF) {
            case 0 -> new Text();
            case 1 -> new Truth(value == 0 ? 0 : 1);
            case 2 -> {
                if (!isError(value)) {
                    in.refuse();
                }
                yield new Error(value);
            }
            case 3 -> new Empty();
            default -> {
                in.refuse();
                yield new Empty();
            }
        };
    }

    /** As it stands in a formula. */
    default long bits() {
        long special = 0xFFFFL << 48;
        return switch (this) {
            case Number(long bits) -> bits;
            case Text text -> special;
            case Truth(int value) -> special | (long) value << 16 | 1;
            case Error(int code) -> special | (long) code << 16 | 2;
            case Empty empty -> special | 3;
        };
    }

    /** As a cell of its own, behind row, column and format; a text is none. */
    default void writeCell(RecordOutput out, int row, int column, int format) {
        switch (this) {
            case Number(long bits) -> {
                int begun = head(out, Biff.NUMBER, row, column, format);
                out.i64(bits);
                out.end(begun);
            }
            case Truth(int value) -> truth(out, row, column, format, value, 0);
            case Error(int code) -> truth(out, row, column, format, code, 1);
            case Empty empty -> out.end(head(out, Biff.BLANK, row, column, format));
            case Text text -> throw new IllegalStateException("a text has a number of its own");
        }
    }

    private static void truth(RecordOutput out, int row, int column, int format, int value, int error) {
        int begun = head(out, Biff.BOOL_ERR, row, column, format);
        out.u8(value);
        out.u8(error);
        out.end(begun);
    }

    /** Begins the record of a cell. */
    static int head(RecordOutput out, int id, int row, int column, int format) {
        int begun = out.begin(id);
        out.u16(row);
        out.u16(column);
        out.u16(format);
        return begun;
    }

    /** Whether it is a code of an error (2.5.10 BErr). */
    static boolean isError(int code) {
        return switch (code) {
            case 0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B -> true;
            default -> false;
        };
    }
}
