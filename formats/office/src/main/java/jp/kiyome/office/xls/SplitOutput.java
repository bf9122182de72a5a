package jp.kiyome.office.xls;

import java.nio.charset.StandardCharsets;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;

/** Writes a record that goes on in Continue records where it is full, as {@link SplitInput} reads it. Not thread-safe. */
final class SplitOutput {

    private final RecordOutput out;
    private int begun;

    SplitOutput(RecordOutput out, int id) {
        this.out = out;
        this.begun = out.begin(id);
    }

    void end() {
        out.end(begun);
    }

    /** Makes sure that so many bytes stand in one record. */
    void together(int count) {
        if (room() < count) {
            next();
        }
    }

    private int room() {
        return RecordReader.MOST - (out.size() - begun);
    }

    private void next() {
        out.end(begun);
        begun = out.begin(RecordReader.CONTINUE);
    }

    void u8(int value) {
        together(1);
        out.u8(value);
    }

    void u16(int value) {
        together(2);
        out.u16(value);
    }

    void i32(int value) {
        together(4);
        out.i32(value);
    }

    /** Characters; the byte that says how wide the first are stands before them already. */
    void characters(String text, boolean wide) {
        int width = wide ? 2 : 1;
        byte[] bytes = text.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, room() / width * width);
            out.bytes(java.util.Arrays.copyOfRange(bytes, at, at + length));
            at += length;
            if (at < bytes.length) {
                next();
                out.u8(wide ? 1 : 0);
            }
        }
    }
}
