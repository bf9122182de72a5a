package jp.kiyome.office.formula;

import java.util.Arrays;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.formula.FormulaVerdict.Reason;

/** The formula that is read, how far, and the one that is written. Its buffers serve one formula after the other. */
final class FormulaText {

    private static final int SHOWN = 80;

    /** Links may grow by encoding and quotes; nothing else is written longer than it was read. */
    private static final int ROOM = 2;

    final char[] in = new char[FormulaGrammar.LONGEST + 1];
    int pos;
    int end;

    private final char[] out = new char[FormulaGrammar.LONGEST * ROOM];
    private int written;

    void begin(CharSequence text, int length) {
        if (text instanceof String string) {
            string.getChars(0, length, in, 0);
        } else {
            for (int i = 0; i < length; i++) {
                in[i] = text.charAt(i);
            }
        }
        in[length] = 0;
        end = length;
        pos = 0;
        written = 0;
    }

    /** The next character; 0 at the end, which begins nothing. */
    char peek() {
        return in[pos];
    }

    char at(int i) {
        return i < end ? in[i] : 0;
    }

    /** Where the next character that is no white space stands, from {@code from} on. */
    int pastSpace(int from) {
        int i = from;
        while (i < end && Ascii.isSpace(in[i])) {
            i++;
        }
        return i;
    }

    void copyOne() {
        copyTo(pos + 1);
    }

    void copyTo(int to) {
        if (to > end) {
            throw refuse(Reason.SYNTAX, pos);
        }
        System.arraycopy(in, pos, room(to - pos), written, to - pos);
        written += to - pos;
        pos = to;
    }

    void copyUpperTo(int to) {
        char[] target = room(to - pos);
        for (; pos < to; pos++) {
            target[written++] = Ascii.upper(in[pos]);
        }
    }

    /** White space as it is, line ends as line feeds, tabs as spaces. */
    void copySpace() {
        for (; pos < end && Ascii.isSpace(in[pos]); pos++) {
            char c = in[pos];
            if (c != '\r' || at(pos + 1) != '\n') {
                write(c == '\t' ? ' ' : c == '\r' ? '\n' : c);
            }
        }
    }

    void write(char c) {
        room(1)[written++] = c;
    }

    void write(String text) {
        text.getChars(0, text.length(), room(text.length()), written);
        written += text.length();
    }

    private char[] room(int more) {
        if (written + more > out.length) {
            throw refuse(Reason.SIZE, pos);
        }
        return out;
    }

    String substring(int from, int to) {
        return new String(in, from, to - from);
    }

    /** What was written: the text itself when nothing changed. */
    String result(CharSequence text) {
        boolean same = written == end && Arrays.equals(in, 0, end, out, 0, written);
        return same ? text.toString() : new String(out, 0, written);
    }

    NotAllowed refuse(Reason reason, int from) {
        int begin = Math.min(from, end);
        return new NotAllowed(reason, substring(begin, Math.min(end, begin + SHOWN)));
    }
}
