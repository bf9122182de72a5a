package jp.kiyome.office.xls;

import java.util.Optional;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/**
 * A string of a cell ([MS-XLS] 2.5.293 XLUnicodeRichExtendedString).
 *
 * @param runs from which character on which font: two numbers each (2.5.132 FormatRun)
 * @param reading how it is read aloud: furigana (2.5.86 ExtRst), as bytes made from its fields; empty for none
 */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record SharedString(String text, short[] runs, byte[] reading) {

    private static final int RICH = 0x08;
    private static final int EXTENDED = 0x04;
    private static final short[] NO_RUNS = {};
    private static final byte[] NO_READING = {};

    /** Bytes of furigana that say nothing but their font; Excel leaves two behind them. */
    private static final int NOTHING_READ = 16;

    static SharedString plain(String text) {
        return new SharedString(text, NO_RUNS, NO_READING);
    }

    /** Reads one; {@link SplitInput#ok} tells whether it is whole. */
    static SharedString read(SplitInput in, Told told) {
        int length = in.u16();
        int flags = in.u8();
        int runs = (flags & RICH) != 0 ? in.u16() : 0;
        int extended = (flags & EXTENDED) != 0 ? in.i32() : 0;
        String text = in.characters(length, (flags & 1) != 0);
        short[] fonts = runs == 0 ? NO_RUNS : runs(in, runs);
        byte[] reading = NO_READING;
        if (extended != 0) {
            byte[] raw = in.bytes(extended);
            reading = reading(raw).orElse(NO_READING);
            if (reading.length != raw.length && raw.length > NOTHING_READ) {
                told.removed("xls.reading", "SST");
            }
        }
        return new SharedString(text, fonts, reading);
    }

    private static short[] runs(SplitInput in, int count) {
        byte[] raw = in.bytes(4 * count);
        short[] runs = new short[raw.length / 2];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = (short) ((raw[2 * i] & 0xFF) | raw[2 * i + 1] << 8);
        }
        return runs;
    }

    /** The furigana of a string, made anew from its fields; empty where they are not as 2.5.86 says. */
    private static Optional<byte[]> reading(byte[] raw) {
        RecordInput in = RecordInput.of(raw);
        RecordOutput out = new RecordOutput();
        int version = in.u16();
        int size = in.u16();
        out.u16(1);
        out.u16(size);
        out.u16(in.u16());
        out.u16(in.u16() & 0x0F);
        int runs = in.u16();
        int length = in.u16();
        boolean agree = in.u16() == length;
        String text = in.characters(length, true);
        out.u16(runs);
        out.u16(length);
        out.u16(length);
        out.characters(text, true);
        if (version != 1 || !agree || !in.has(runs, 6)) {
            return Optional.empty();
        }
        for (int i = 0; i < 3 * runs; i++) {
            out.u16(in.u16());
        }
        boolean whole = in.ok() && out.size() == size + 4 && in.remaining() == 0;
        return whole ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    /** Without fonts that are not there, and furigana of characters that are not there. */
    SharedString mended(Counts counts, Told told) {
        return withRuns(counts, told).withReading(counts, told);
    }

    private SharedString withRuns(Counts counts, Told told) {
        boolean there = true;
        for (int i = 0; i + 1 < runs.length; i += 2) {
            there &= (runs[i] & 0xFFFF) <= text.length() && counts.isFont(runs[i + 1] & 0xFFFF);
        }
        if (!there) {
            told.changed("record.reference", "SST", "");
        }
        return there ? this : new SharedString(text, NO_RUNS, reading);
    }

    /** 2.5.86 ExtRst: its font, and its runs, which say of how many of its characters they are, from where on, and of which of the string's. */
    private SharedString withReading(Counts counts, Told told) {
        if (reading.length == 0) {
            return this;
        }
        RecordInput in = RecordInput.of(reading);
        in.i32();
        boolean there = counts.isFont(in.u16());
        in.u16();
        int count = in.u16();
        int length = in.u16();
        in.u16();
        in.characters(length, true);
        for (int i = 0; i < count; i++) {
            int own = in.u16();
            int from = in.u16();
            there &= own <= length && from + in.u16() <= text.length();
        }
        if (!there) {
            told.removed("xls.reading", "SST");
        }
        return there ? this : new SharedString(text, runs, NO_READING);
    }

    void write(SplitOutput out) {
        boolean wide = RecordOutput.isWide(text);
        boolean rich = runs.length > 0;
        boolean extended = reading.length > 0;
        out.together(3 + (rich ? 2 : 0) + (extended ? 4 : 0));
        out.u16(text.length());
        out.u8((wide ? 1 : 0) | (rich ? RICH : 0) | (extended ? EXTENDED : 0));
        if (rich) {
            out.u16(runs.length / 2);
        }
        if (extended) {
            out.i32(reading.length);
        }
        out.characters(text, wide);
        for (int i = 0; i + 1 < runs.length; i += 2) {
            out.together(4);
            out.u16(runs[i]);
            out.u16(runs[i + 1]);
        }
        for (byte one : reading) {
            out.u8(one);
        }
    }
}
