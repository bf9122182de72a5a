package jp.kiyome.office.xlsb;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** What stands first in records that came after Excel 2007 ([MS-XLSB] FRTHeader): cells, then formulas. Stateless. */
final class FutureHeader {

    private static final int REFERENCES = 0x01;
    private static final int CELLS = 0x02;
    private static final int FORMULAS = 0x04;
    private static final int KNOWN = CELLS | FORMULAS;
    private static final int MOST = 1 << 10;
    private static final int ADJUSTED = 0x0F;

    private FutureHeader() {}

    static void copy(RecordInput in, RecordOutput out, Part part) {
        int flags = in.i32();
        if ((flags & REFERENCES) != 0 || (flags & ~KNOWN) != 0) {
            in.refuse();
            return;
        }
        out.i32(flags);
        if ((flags & CELLS) != 0) {
            int count = count(in, out);
            for (int i = 0; i < count && in.ok(); i++) {
                out.i32(in.i32() & ADJUSTED);
                Fields.areas(in, out);
            }
        }
        if ((flags & FORMULAS) != 0) {
            int count = count(in, out);
            for (int i = 0; i < count && in.ok(); i++) {
                out.i32(in.i32() & ADJUSTED);
                byte[][] formula = part.futureFormula(in);
                out.i32(formula[0].length);
                out.i32(formula[1].length);
                out.bytes(formula[0]);
                out.bytes(formula[1]);
            }
        }
    }

    private static int count(RecordInput in, RecordOutput out) {
        int count = in.i32();
        if (count < 0 || count > MOST) {
            in.refuse();
            return 0;
        }
        out.i32(count);
        return count;
    }
}
