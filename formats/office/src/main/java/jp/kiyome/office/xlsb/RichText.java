package jp.kiyome.office.xlsb;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** A text with fonts and with its reading ([MS-XLSB] RichStr). Stateless. */
final class RichText {

    private static final int RUNS = 0x01;
    private static final int READING = 0x02;

    /** Bytes of a run of the reading: as Excel writes it, as the specification draws it, and as others write one run. */
    private static final int SHORT_RUN = 10;

    private static final int LONG_RUN = 12;

    private RichText() {}

    static void copy(RecordInput in, RecordOutput out, Part part) {
        int flags = in.u8();
        if ((flags & ~(RUNS | READING)) != 0) {
            in.alter();
        }
        out.u8(flags & (RUNS | READING));
        Texts.write(out, Texts.read(in));
        if ((flags & RUNS) != 0) {
            runs(in, out, part);
        }
        if ((flags & READING) != 0) {
            reading(in, out);
        }
    }

    /** Where fonts begin (StrRun). */
    private static void runs(RecordInput in, RecordOutput out, Part part) {
        int count = in.i32();
        if (count > Texts.LONGEST || !in.has(count, 4)) {
            in.refuse();
            return;
        }
        out.i32(count);
        int fonts = part.book().styles().count("font");
        for (int i = 0; i < count; i++) {
            out.u16(in.u16());
            int font = in.u16();
            if (font >= fonts) {
                in.alter();
            }
            out.u16(font < fonts ? font : 0);
        }
    }

    /** The reading, and what of it stands over what (PhRun). */
    private static void reading(RecordInput in, RecordOutput out) {
        Texts.write(out, Texts.read(in));
        int count = in.i32();
        if (count < 0 || count > Texts.LONGEST) {
            in.refuse();
            return;
        }
        out.i32(count);
        int size = count == 0 ? SHORT_RUN : in.remaining() / count;
        if (size != SHORT_RUN && size != LONG_RUN) {
            in.refuse();
        }
        for (int i = 0; i < count && in.ok(); i++) {
            for (int j = 0; j < 4; j++) {
                out.u16(in.u16());
            }
            out.u16(in.u16() & 0x0F);
            if (size == LONG_RUN) {
                in.u16();
                out.u16(0);
            }
        }
    }
}
