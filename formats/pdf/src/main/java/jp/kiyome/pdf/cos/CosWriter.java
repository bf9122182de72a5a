package jp.kiyome.pdf.cos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes values in their one canonical form: least white space, keys in order, strings literal. What is written stands in the stream
 * after {@link #flush}. Not thread-safe.
 */
public final class CosWriter {

    private static final String HEX = "0123456789ABCDEF";
    private static final int HELD = 1 << 12;

    /** Twenty digits of a long, a sign, a point, zeros behind it. */
    private static final int LONGEST_NUMBER = 32;

    /** Characters of names that stand for themselves (7.3.5). */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int c = '!'; c < 0x7F; c++) {
            PLAIN[c] = c != '#' && Lexer.isRegular(c);
        }
    }

    private final OutputStream out;
    private final UnaryOperator<Cos.Str> strings;
    private final byte[] held = new byte[HELD];
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private int count;
    private boolean needsSpace;

    /** Takes {@code strings}: what is done with each string before it is written, as encrypting it */
    public CosWriter(OutputStream out, UnaryOperator<Cos.Str> strings) {
        this.out = out;
        this.strings = strings;
    }

    public CosWriter(OutputStream out) {
        this(out, s -> s);
    }

    public void value(Cos value) {
        switch (value) {
            case Cos.Null none -> word("null");
            case Cos.Bool truth -> word(truth.value() ? "true" : "false");
            case Num number -> number(number);
            case Cos.Name name -> name(name.text());
            case Cos.Str string -> string(strings.apply(string).bytes());
            case Cos.Ref ref -> word(ref.number() + " " + ref.generation() + " R");
            case Cos.Arr array -> {
                mark('[');
                for (Cos item : array.items()) {
                    value(item);
                }
                mark(']');
            }
            case Cos.Dict dict -> {
                mark('<');
                mark('<');
                for (Map.Entry<String, Cos> entry : dict.entries().entrySet()) {
                    name(entry.getKey());
                    value(entry.getValue());
                }
                mark('>');
                mark('>');
            }
        }
    }

    /** A keyword or an operator, of ASCII characters. */
    public void word(String word) {
        space();
        for (int i = 0; i < word.length(); i++) {
            put(word.charAt(i));
        }
        needsSpace = true;
    }

    public void newLine() {
        put('\n');
        needsSpace = false;
    }

    /** Hands over what is held back. */
    public void flush() {
        try {
            out.write(held, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count = 0;
    }

    private void mark(char c) {
        put(c);
        needsSpace = false;
    }

    private void space() {
        if (needsSpace) {
            put(' ');
        }
    }

    private void number(Num number) {
        space();
        long rest = Math.abs(number.unscaled());
        int at = digits.length;
        int behind = number.scale();
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
            if (--behind == 0) {
                digits[--at] = '.';
            }
        } while (rest > 0 || behind > 0);
        if (number.unscaled() < 0) {
            digits[--at] = '-';
        }
        while (at < digits.length) {
            put(digits[at++]);
        }
        needsSpace = true;
    }

    private void name(String name) {
        put('/');
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (PLAIN[c & 0xFF]) {
                put(c);
            } else {
                put('#');
                put(HEX.charAt(c >> 4));
                put(HEX.charAt(c & 15));
            }
        }
        needsSpace = true;
    }

    private void string(String bytes) {
        put('(');
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            switch (c) {
                case '(', ')', '\\' -> {
                    put('\\');
                    put(c);
                }
                case '\r' -> {
                    put('\\');
                    put('r');
                }
                default -> put(c);
            }
        }
        mark(')');
    }

    private void put(int c) {
        if (count == held.length) {
            flush();
        }
        held[count++] = (byte) c;
    }

    /** One value alone. */
    public static byte[] bytes(Cos value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CosWriter writer = new CosWriter(out);
        writer.value(value);
        writer.flush();
        return out.toByteArray();
    }

    public static String text(Cos value) {
        return new String(bytes(value), StandardCharsets.ISO_8859_1);
    }
}
