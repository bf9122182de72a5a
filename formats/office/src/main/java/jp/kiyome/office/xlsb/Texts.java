package jp.kiyome.office.xlsb;

import java.util.Optional;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** Texts: how many characters, and two bytes for each ([MS-XLSB] XLWideString, .166 XLNullableWideString). Stateless. */
final class Texts {

    /** Characters that a cell holds, which no other text exceeds. */
    static final int LONGEST = 32_767;

    private static final int NONE = -1;

    private Texts() {}

    static String read(RecordInput in) {
        return characters(in, in.i32());
    }

    /** A text that may be absent. */
    static Optional<String> readNullable(RecordInput in) {
        int length = in.i32();
        return length == NONE ? Optional.empty() : Optional.of(characters(in, length));
    }

    private static String characters(RecordInput in, int length) {
        if (length < 0 || length > LONGEST) {
            in.refuse();
            return "";
        }
        return in.characters(length, true);
    }

    static void write(RecordOutput out, String text) {
        out.i32(text.length());
        out.characters(text, true);
    }

    static void copyNullable(RecordInput in, RecordOutput out) {
        Optional<String> text = readNullable(in);
        if (text.isEmpty()) {
            out.i32(NONE);
        } else {
            write(out, text.get());
        }
    }
}
