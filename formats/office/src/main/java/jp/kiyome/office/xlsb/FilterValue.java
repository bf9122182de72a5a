package jp.kiyome.office.xlsb;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** What a filter compares with ([MS-XLSB] BrtCustomFilter). Stateless. */
final class FilterValue {

    private static final int REAL = 0x04;
    private static final int TEXT = 0x06;
    private static final int TRUTH = 0x08;
    private static final int BLANK = 0x0C;
    private static final int NO_BLANK = 0x0E;
    private static final int MOST_SIGN = 6;

    private FilterValue() {}

    static void copy(RecordInput in, RecordOutput out) {
        int kind = in.u8();
        int sign = in.u8();
        if (sign < 1 || sign > MOST_SIGN) {
            in.refuse();
        }
        out.u8(kind);
        out.u8(sign);
        switch (kind) {
            case REAL -> Looks.real(in, out);
            case TEXT -> {
                nothing(in, out);
                Texts.write(out, Texts.read(in));
            }
            case TRUTH -> {
                long value = in.i64();
                if (value >>> 1 != 0) {
                    in.alter();
                }
                out.i64(value & 1);
            }
            case BLANK, NO_BLANK -> nothing(in, out);
            default -> in.refuse();
        }
    }

    private static void nothing(RecordInput in, RecordOutput out) {
        if (in.i64() != 0) {
            in.alter();
        }
        out.i64(0);
    }
}
