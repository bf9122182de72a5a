package jp.kiyome.office.xls;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** The conditions of a filter on a column ([MS-XLS] 2.4.6 AutoFilter, 2.5.4 AFDOper). Stateless. */
final class AutoFilter {

    private static final int UNDEFINED = 0x00;
    private static final int RK = 0x02;
    private static final int REAL = 0x04;
    private static final int TEXT = 0x06;
    private static final int TRUTH = 0x08;
    private static final int BLANKS = 0x0C;
    private static final int NO_BLANKS = 0x0E;

    private AutoFilter() {}

    static void copy(RecordInput in, RecordOutput out) {
        out.u16(in.u16());
        out.u16(in.u16());
        int first = condition(in, out);
        int second = condition(in, out);
        text(in, out, first);
        text(in, out, second);
    }

    /** Returns the length of its text; -1 where it has none. */
    private static int condition(RecordInput in, RecordOutput out) {
        int type = in.u8();
        int sign = in.u8();
        if (sign > 6) {
            in.refuse();
        }
        out.u8(type);
        out.u8(sign);
        long value = in.i64();
        long kept =
                switch (type) {
                    case UNDEFINED, BLANKS, NO_BLANKS -> 0;
                    case RK -> value & 0xFFFF_FFFFL;
                    case REAL -> value;
                    case TEXT -> value & 0x0000_FFFF_0000_0000L;
                    case TRUTH -> value & 0xFFFFL;
                    default -> {
                        in.refuse();
                        yield 0;
                    }
                };
        if (kept != value) {
            in.alter();
        }
        out.i64(kept);
        return type == TEXT ? (int) (kept >> 32) & 0xFF : -1;
    }

    private static void text(RecordInput in, RecordOutput out, int length) {
        if (length < 0) {
            return;
        }
        // The length stands in the condition, so the text keeps its own; the width may change.
        out.string(in.string(length));
    }
}
