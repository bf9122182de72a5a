package jp.kiyome.office.xlsb;

import jp.kiyome.office.value.FontName;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** Colours, gradients and the looks that conditions give. Stateless. */
final class Looks {

    private static final int RGB = 2;

    private Looks() {}

    /** BrtColor, and in differential formats the same in eight bytes (XFPropColor). */
    static void color(RecordInput in, RecordOutput out) {
        int kind = in.u8();
        if (kind >> 1 > 3) {
            in.refuse();
        }
        out.u8(kind);
        out.u8(in.u8());
        out.u16(in.u16());
        boolean seen = (kind & 1) != 0 || kind >> 1 == RGB;
        int color = in.i32();
        // Where the colour has a number, programs keep here what it comes to; without the mark it says nothing.
        if (!seen && color != 0 && color != 0xFF000000) {
            in.alter();
            color = 0;
        }
        out.i32(color);
    }

    /** Where the colours of a gradient stand. */
    static void stops(RecordInput in, RecordOutput out) {
        int count = in.named("n");
        for (int i = 0; i < count && in.ok(); i++) {
            color(in, out);
            real(in, out);
        }
    }

    static void real(RecordInput in, RecordOutput out) {
        long bits = in.i64();
        if (!Double.isFinite(Double.longBitsToDouble(bits))) {
            in.refuse();
        }
        out.i64(bits);
    }

    /** Properties, each a kind, a size and a value (XFProps). One of an unknown kind goes alone. */
    static void differential(RecordInput in, RecordOutput out, Part part) {
        out.u16(in.u16() & 0x8000);
        in.u16();
        out.u16(0);
        int countAt = out.size();
        int count = in.u16();
        out.u16(0);
        int kept = 0;
        for (int i = 0; i < count && in.ok(); i++) {
            int before = out.size();
            int kind = in.u16();
            int size = in.u16();
            byte[] value = in.bytes(size - 4);
            if (!in.ok()) {
                return;
            }
            RecordInput one = RecordInput.of(value);
            out.u16(kind);
            out.u16(size);
            property(kind, one, out);
            if (!one.ok() || one.tail()) {
                out.cut(before);
                part.removed("xlsb.record-value", "property " + kind);
            } else {
                kept++;
            }
        }
        out.u16At(countAt, kept);
    }

    private static void property(int kind, RecordInput in, RecordOutput out) {
        switch (kind) {
            case 0x00,
                    0x0D,
                    0x0E,
                    0x0F,
                    0x10,
                    0x11,
                    0x13,
                    0x14,
                    0x15,
                    0x16,
                    0x17,
                    0x1C,
                    0x1D,
                    0x1E,
                    0x1F,
                    0x20,
                    0x21,
                    0x22,
                    0x23,
                    0x25,
                    0x2B,
                    0x2C -> out.u8(in.u8());
            case 0x01, 0x02, 0x05 -> color(in, out);
            case 0x03 -> {
                out.i32(in.i32());
                for (int i = 0; i < 5; i++) {
                    real(in, out);
                }
            }
            case 0x04 -> {
                out.u16(in.u16());
                real(in, out);
                color(in, out);
            }
            case 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C -> {
                color(in, out);
                out.u16(in.u16());
            }
            case 0x12, 0x19, 0x1A, 0x1B, 0x29, 0x2A -> out.u16(in.u16());
            case 0x18 -> name(in, out);
            case 0x24 -> out.i32(in.i32());
            case 0x26 -> text(in, out);
            default -> in.refuse();
        }
    }

    private static void name(RecordInput in, RecordOutput out) {
        int length = in.u16();
        String name = in.characters(length, true);
        if (!FontName.fits(name)) {
            in.refuse();
        }
        out.u16(length);
        out.characters(name, true);
    }

    private static void text(RecordInput in, RecordOutput out) {
        int length = in.u16();
        String text = in.characters(length, true);
        out.u16(length);
        out.characters(text, true);
    }
}
