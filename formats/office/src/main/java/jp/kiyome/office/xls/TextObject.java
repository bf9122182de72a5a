package jp.kiyome.office.xls;

import java.util.Optional;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;

/** The text of a shape ([MS-XLS] 2.4.329 TxO): how it stands, then its characters, then their fonts. Stateless. */
final class TextObject {

    private static final int FLAGS = 0xC27E;
    private static final int RUN = 8;

    private TextObject() {}

    /** Reads the record that the reader stands on, and those behind it; empty where they are damaged. */
    static Optional<byte[]> read(RecordReader reader, Counts counts, Told told) {
        RecordInput in = reader.data();
        RecordOutput out = new RecordOutput();
        int begun = out.begin(Biff.TXO);
        out.u16(in.u16() & FLAGS);
        out.u16(Math.min(3, in.u16()));
        in.bytes(6);
        out.zeros(6);
        int length = in.u16();
        int runs = in.u16();
        out.u16(length);
        out.u16(runs);
        int font = in.u16();
        out.u16(length == 0 ? counts.font(font, in) : 0);
        out.u16(0);
        if (!in.ok() || runs % RUN != 0) {
            told.removed("xls.record-value", "TxO");
            skip(reader);
            return Optional.empty();
        }
        if (in.remaining() > 2) {
            // A cell whose content the text shows.
            told.removed("xls.text-link", "TxO");
        }
        in.rest();
        out.end(begun);
        if (in.strayed()) {
            told.changed("record.reference", "TxO", "");
        }
        boolean whole = length == 0 || characters(reader, length, out) && fonts(reader, runs, length, counts, out);
        skip(reader);
        if (!whole) {
            told.removed("xls.record-value", "TxO");
        }
        return whole ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private static boolean characters(RecordReader reader, int length, RecordOutput out) {
        if (reader.following() != RecordReader.CONTINUE || !reader.next()) {
            return false;
        }
        SplitInput in = new SplitInput(reader);
        String text = in.characters(length, (in.u8() & 1) != 0);
        if (!in.ok() || reader.data().remaining() > 0) {
            return false;
        }
        boolean wide = RecordOutput.isWide(text);
        SplitOutput split = new SplitOutput(out, RecordReader.CONTINUE);
        split.u8(wide ? 1 : 0);
        split.characters(text, wide);
        split.end();
        return true;
    }

    /** 2.5.298 TxORuns: from which character on which font; the last says where the text ends. */
    private static boolean fonts(RecordReader reader, int size, int length, Counts counts, RecordOutput out) {
        if (reader.following() != RecordReader.CONTINUE || !reader.next() || size < 2 * RUN) {
            return false;
        }
        SplitInput in = new SplitInput(reader);
        SplitOutput split = new SplitOutput(out, RecordReader.CONTINUE);
        boolean there = true;
        for (int i = 0; i < size / RUN - 1; i++) {
            split.together(RUN);
            int from = in.u16();
            int font = in.u16();
            there &= from <= length && counts.isFont(font);
            split.u16(from);
            split.u16(font);
            in.i32();
            split.i32(0);
        }
        in.bytes(RUN);
        split.together(RUN);
        split.u16(length);
        split.u16(0);
        split.i32(0);
        split.end();
        return there && in.ok();
    }

    private static void skip(RecordReader reader) {
        while (reader.following() == RecordReader.CONTINUE && reader.next()) {
            reader.data();
        }
    }
}
