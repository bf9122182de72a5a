package jp.kiyome.pdf.cos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes values in their one canonical form: least white space, keys in order, strings literal. Not thread-safe. */
public final class CosWriter {

    private static final String HEX = "0123456789ABCDEF";

    private final OutputStream out;
    private final UnaryOperator<Cos.Str> strings;
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
                array.items().forEach(this::value);
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

    /** A keyword or an operator. */
    public void word(String word) {
        if (needsSpace) {
            put(' ');
        }
        for (int i = 0; i < word.length(); i++) {
            put(word.charAt(i));
        }
        needsSpace = true;
    }

    public void newLine() {
        put('\n');
        needsSpace = false;
    }

    private void mark(char c) {
        put(c);
        needsSpace = false;
    }

    private void number(Num number) {
        if (number.whole()) {
            word(Long.toString(number.unscaled()));
            return;
        }
        String digits = Long.toString(Math.abs(number.unscaled()));
        int scale = number.scale();
        StringBuilder text = new StringBuilder(digits.length() + 4);
        if (number.unscaled() < 0) {
            text.append('-');
        }
        if (digits.length() > scale) {
            text.append(digits, 0, digits.length() - scale);
        }
        text.append('.');
        text.repeat('0', Math.max(0, scale - digits.length()));
        text.append(digits, Math.max(0, digits.length() - scale), digits.length());
        word(text.toString());
    }

    private void name(String name) {
        put('/');
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > ' ' && c < 0x7F && c != '#' && Lexer.isRegular(c)) {
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
        try {
            out.write(c);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One value alone. */
    public static byte[] bytes(Cos value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CosWriter(out).value(value);
        return out.toByteArray();
    }

    public static String text(Cos value) {
        return new String(bytes(value), StandardCharsets.ISO_8859_1);
    }
}
