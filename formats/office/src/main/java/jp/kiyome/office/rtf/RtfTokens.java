package jp.kiyome.office.rtf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kiyome.core.limit.Budget;

/**
 * Cuts a file into tokens (RTF 1.9.1, "Basic RTF Syntax"). A control word is its letters, an optional number and one space that ends
 * it; anything longer than a word or a number may be is cut off where programs cut it, and told by {@link #oversized}.
 *
 * <p>Memory: one buffer. Not thread-safe.
 */
final class RtfTokens {

    /** What {@link #next} found. */
    enum Kind {
        OPEN,
        CLOSE,
        WORD,
        /** A control symbol: a backslash and one character that is no letter. */
        SYMBOL,
        /** A byte written as two hexadecimal digits. */
        HEX,
        /** A byte that stands for itself. */
        TEXT,
        END
    }

    private static final int LONGEST_WORD = 32;
    private static final int LONGEST_NUMBER = 10;
    private static final int TOLD = 1 << 16;

    private final InputStream in;
    private final Budget budget;
    private final byte[] buffer = new byte[1 << 16];
    private final StringBuilder letters = new StringBuilder(LONGEST_WORD);
    private int from;
    private int to;
    private long passed;
    private String word = "";
    private boolean numbered;
    private int number;
    private int value;
    private boolean oversized;

    RtfTokens(InputStream in, Budget budget) {
        this.in = in;
        this.budget = budget;
    }

    Kind next() {
        oversized = false;
        for (int c = read(); c >= 0; c = read()) {
            switch (c) {
                case '{' -> {
                    return Kind.OPEN;
                }
                case '}' -> {
                    return Kind.CLOSE;
                }
                case '\\' -> {
                    return control();
                }
                case '\r', '\n' -> {}
                default -> {
                    value = c;
                    return Kind.TEXT;
                }
            }
        }
        return Kind.END;
    }

    private Kind control() {
        int c = read();
        if (c < 0) {
            return Kind.END;
        }
        if (letter(c)) {
            word(c);
            return Kind.WORD;
        }
        value = c;
        if (c != '\'') {
            return Kind.SYMBOL;
        }
        int high = hex(peek());
        if (high >= 0) {
            read();
        }
        int low = high < 0 ? -1 : hex(peek());
        if (low >= 0) {
            read();
        }
        // Fewer than two digits are no byte; programs differ about what they are, so they are told and gone.
        oversized = low < 0;
        value = low < 0 ? '?' : high << 4 | low;
        return Kind.HEX;
    }

    private void word(int first) {
        letters.setLength(0);
        letters.append((char) first);
        int c = peek();
        while (letter(c)) {
            oversized |= letters.length() >= LONGEST_WORD;
            if (letters.length() < LONGEST_WORD) {
                letters.append((char) c);
            }
            read();
            c = peek();
        }
        word = letters.toString();
        number(c);
        if (peek() == ' ') {
            read();
        }
    }

    /** A minus sign belongs to the word only where a digit follows, which needs a look at two bytes. */
    private void number(int c) {
        boolean negative = c == '-' && digit(peekSecond());
        if (negative) {
            read();
        }
        long parsed = 0;
        int digits = 0;
        for (int d = peek(); digit(d); d = peek()) {
            read();
            digits++;
            oversized |= digits > LONGEST_NUMBER;
            parsed = Math.min(parsed * 10 + d - '0', Integer.MAX_VALUE + 1L);
        }
        numbered = digits > 0;
        parsed = negative ? -parsed : parsed;
        oversized |= parsed > Integer.MAX_VALUE;
        number = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, parsed));
    }

    /** Letters of the control word. */
    String word() {
        return word;
    }

    boolean numbered() {
        return numbered;
    }

    int number() {
        return number;
    }

    /** The byte of text, or the character of a symbol, 0 to 255. */
    int value() {
        return value;
    }

    /** Whether the token just read is longer than any that programs write, or is cut short. */
    boolean oversized() {
        return oversized;
    }

    /**
     * Passes over binary data.
     *
     * @return how many of the bytes were there
     */
    long skip(long count) {
        long done = 0;
        while (done < count && read() >= 0) {
            done++;
        }
        return done;
    }

    /** The next byte of binary data; -1 at the end. */
    int binary() {
        return read();
    }

    private int read() {
        if (from == to && !fill()) {
            return -1;
        }
        return buffer[from++] & 0xFF;
    }

    private int peek() {
        return from < to || fill() ? buffer[from] & 0xFF : -1;
    }

    private int peekSecond() {
        if (to - from < 2) {
            if (!shift()) {
                return -1;
            }
        }
        return buffer[from + 1] & 0xFF;
    }

    private boolean fill() {
        from = 0;
        to = 0;
        return more();
    }

    private boolean shift() {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        return more() && to >= 2;
    }

    private boolean more() {
        try {
            int count = in.read(buffer, to, buffer.length - to);
            if (count <= 0) {
                return false;
            }
            to += count;
            passed += count;
            if (passed >= TOLD) {
                budget.decode(passed);
                passed = 0;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean letter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    static int hex(int c) {
        return c < 0 ? -1 : Character.digit((char) c, 16);
    }
}
