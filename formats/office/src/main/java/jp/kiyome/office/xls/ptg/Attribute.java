package jp.kiyome.office.xls.ptg;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** Tokens that steer the calculation or keep what was typed ([MS-XLS] 2.5.198.35 to .43 PtgAttr). */
record Attribute(RecordInput in, RecordOutput out, Operands operands) {

    private static final int VOLATILE = 0x01;
    private static final int IF = 0x02;
    private static final int CHOOSE = 0x04;
    private static final int GOTO = 0x08;
    private static final int SUM = 0x10;
    private static final int SPACE = 0x40;
    private static final int SPACE_VOLATILE = 0x41;

    private static final int MOST_KIND_OF_SPACE = 6;

    void copy() {
        int kind = in.u8();
        out.u8(kind);
        switch (kind) {
            case VOLATILE -> unused();
            case IF, GOTO -> distance(0);
            case CHOOSE -> {
                int count = in.u16();
                out.u16(count);
                in.has(count + 1L, 2);
                for (int i = 0; i <= count && in.ok(); i++) {
                    distance(2 * i + 2);
                }
            }
            case SUM -> {
                unused();
                operands.combine(1);
            }
            case SPACE, SPACE_VOLATILE -> {
                int space = in.u8();
                if (space > MOST_KIND_OF_SPACE) {
                    in.refuse();
                }
                out.u8(space);
                out.u8(in.u8());
            }
            default -> in.refuse();
        }
    }

    private void unused() {
        in.u16();
        out.u16(0);
    }

    /** To a token behind this one; of the last way to the end of the formula, less one (2.5.198.36). */
    private void distance(int slack) {
        int distance = in.u16();
        if (distance > in.remaining() + slack) {
            in.refuse();
        }
        out.u16(distance);
    }
}
