package jp.kiyome.office.xls;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** The look that a conditional format gives ([MS-XLS] 2.5.92 DXFN), part by part. Stateless. */
final class DifferentialFormat {

    private static final int NUMBER = 0x0200_0000;
    private static final int FONT = 0x0400_0000;
    private static final int ALIGNMENT = 0x0800_0000;
    private static final int BORDER = 0x1000_0000;
    private static final int PATTERN = 0x2000_0000;
    private static final int PROTECTION = 0x4000_0000;

    private static final int FLAGS = 0x7FFF_FFFF;
    private static final int OWN_NUMBER = 0x0001;
    private static final int MORE_FLAGS = 0x8005;

    private static final int FONT_NAME = 64;

    private DifferentialFormat() {}

    static void copy(RecordInput in, RecordOutput out) {
        int flags = in.i32() & FLAGS;
        int more = in.u16() & MORE_FLAGS;
        out.i32(flags);
        out.u16(more);
        if ((flags & NUMBER) != 0) {
            number(in, out, (more & OWN_NUMBER) != 0);
        }
        if ((flags & FONT) != 0) {
            font(in, out);
        }
        words(in, out, (flags & ALIGNMENT) != 0 ? 2 : 0);
        words(in, out, (flags & BORDER) != 0 ? 2 : 0);
        words(in, out, (flags & PATTERN) != 0 ? 1 : 0);
        if ((flags & PROTECTION) != 0) {
            out.u16(in.u16() & 0x03);
        }
    }

    /** 2.5.90 DXFNumUsr, 2.5.91 DXFNumIFmt. */
    private static void number(RecordInput in, RecordOutput out, boolean own) {
        if (!own) {
            in.u8();
            out.u8(0);
            out.u8(in.u8());
            return;
        }
        in.u16();
        int length = in.u16();
        String text = in.string(length);
        out.u16(5 + text.length() * (RecordOutput.isWide(text) ? 2 : 1));
        out.u16(text.length());
        out.string(text);
    }

    /** 2.5.89 DXFFntD: its name means nothing, since a condition cannot choose a font. */
    private static void font(RecordInput in, RecordOutput out) {
        for (byte one : in.bytes(FONT_NAME)) {
            if (one != 0) {
                in.alter();
            }
        }
        out.zeros(FONT_NAME);
        words(in, out, 2);
        out.u16(in.u16());
        out.u16(in.u16());
        out.u8(in.u8());
        out.u8(in.u8());
        out.u8(in.u8());
        in.u8();
        out.u8(0);
        words(in, out, 1);
        in.i32();
        out.i32(0);
        words(in, out, 4);
        in.i32();
        out.i32(0);
        words(in, out, 2);
        out.u16(in.u16());
    }

    private static void words(RecordInput in, RecordOutput out, int count) {
        for (int i = 0; i < count; i++) {
            out.i32(in.i32());
        }
    }
}
