package jp.kiyome.office.rtf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import jp.kiyome.core.finding.Refusal;

/**
 * Writes RTF in one way only: ASCII, a space behind a control word only where what follows would be read as part of it, bytes beyond
 * ASCII as two hexadecimal digits, characters by number. It is given names of the allow-list, numbers and bytes of text.
 *
 * <p>Not thread-safe.
 */
final class RtfWriter {

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int LONGEST_HELD = 1 << 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 14];
    private final Deque<StringBuilder> held = new ArrayDeque<>();
    private int used;
    private boolean wordOpen;

    RtfWriter(OutputStream out) {
        this.out = out;
    }

    /** From here on everything is held back, until {@link #release}. */
    void hold() {
        held.push(new StringBuilder());
        wordOpen = false;
    }

    /** What was held back since the last {@link #hold}. */
    String release() {
        wordOpen = false;
        return held.pop().toString();
    }

    /** Writes what was held back before. */
    void held(String text) {
        raw(text);
        wordOpen = false;
    }

    void open() {
        put('{');
        wordOpen = false;
    }

    void close() {
        put('}');
        wordOpen = false;
    }

    void star() {
        raw("\\*");
        wordOpen = false;
    }

    void word(String name) {
        put('\\');
        raw(name);
        wordOpen = true;
    }

    void word(String name, int number) {
        word(name);
        raw(Integer.toString(number));
    }

    /** From here on text follows what was held back, which may end with a control word. */
    void separated() {
        wordOpen = true;
    }

    /** A line break, which readers pass over; it ends a control word. */
    void newLine() {
        put('\n');
        wordOpen = false;
    }

    /** A control symbol that stands for a character: {@code ~ - _ | :}. */
    void symbol(char symbol) {
        put('\\');
        put(symbol);
        wordOpen = false;
    }

    /** One byte of text in the character set of its font. */
    void text(int value) {
        if (value >= 0x80) {
            hex(value);
            return;
        }
        if (value == '\\' || value == '{' || value == '}') {
            put('\\');
        } else if (wordOpen) {
            put(' ');
        }
        put((char) value);
        wordOpen = false;
    }

    void hex(int value) {
        raw("\\'");
        put(HEX[value >> 4]);
        put(HEX[value & 15]);
        wordOpen = false;
    }

    /** A UTF-16 code unit, with a question mark for readers that know none. */
    void unicode(int unit) {
        raw("\\u");
        raw(Integer.toString((short) unit));
        put('?');
        wordOpen = false;
    }

    /** Characters: ASCII as they are, others by number. */
    void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                hex(c);
            } else if (c < 0x7F) {
                text((int) c);
            } else {
                unicode(c);
            }
        }
    }

    /** A byte of picture data. */
    void data(int value) {
        if (wordOpen) {
            put('\n');
            wordOpen = false;
        }
        put(HEX[value >> 4]);
        put(HEX[value & 15]);
    }

    void flush() {
        try {
            out.write(buffer, 0, used);
            used = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void raw(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
    }

    private void put(char c) {
        if (!held.isEmpty()) {
            StringBuilder top = held.element();
            if (top.length() >= LONGEST_HELD) {
                throw Refusal.of("rtf.too-large", "field");
            }
            top.append(c);
            return;
        }
        if (used == buffer.length) {
            flush();
        }
        buffer[used++] = (byte) c;
    }
}
