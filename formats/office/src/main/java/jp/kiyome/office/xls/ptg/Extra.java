package jp.kiyome.office.xls.ptg;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** What tokens have behind all tokens ([MS-XLS] 2.5.198.103 RgbExtra). Stateless. */
final class Extra {

    private static final int MOST_CELLS = 1 << 16;

    private Extra() {}

    /** The values of an array (2.5.198.65 PtgExtraArray). */
    static void array(RecordInput in, RecordOutput out) {
        int columns = in.u8();
        int rows = in.u16();
        out.u8(columns);
        out.u16(rows);
        int cells = (columns + 1) * (rows + 1);
        if (cells > MOST_CELLS || !in.has(cells, 3)) {
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
            case 0x00 -> ignored(in, out, 8);
            case 0x01 -> number(in, out);
            case 0x02 -> text(in, out);
            case 0x04, 0x10 -> {
                int value = in.u8();
                if (type == 0x04 ? value > 1 : !isError(value)) {
                    in.refuse();
                }
                out.u8(value);
                ignored(in, out, 7);
            }
            default -> in.refuse();
        }
    }

    static void number(RecordInput in, RecordOutput out) {
        long bits = in.i64();
        if (!Double.isFinite(Double.longBitsToDouble(bits))) {
            in.refuse();
        }
        out.i64(bits);
    }

    private static void text(RecordInput in, RecordOutput out) {
        int length = in.u16();
        String text = in.string(length);
        out.u16(text.length());
        out.string(text);
    }

    /** The areas that a token for memory names (2.5.198.68 PtgExtraMem). */
    static void areas(RecordInput in, RecordOutput out) {
        int count = in.u16();
        out.u16(count);
        if (in.has(count, 8)) {
            for (int i = 0; i < 4 * count; i++) {
                out.u16(in.u16());
            }
        }
    }

    /** Whether it is a code of an error value (2.5.10). */
    static boolean isError(int code) {
        return switch (code) {
            case 0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B -> true;
            default -> false;
        };
    }

    static void ignored(RecordInput in, RecordOutput out, int count) {
        for (int i = 0; i < count; i++) {
            if (in.u8() != 0) {
                in.alter();
            }
        }
        out.zeros(count);
    }
}
