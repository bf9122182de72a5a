package jp.kiyome.pdf.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.pdf.cos.Lexer;

/** The table {@code operators.allow}. Immutable; threads may share it. */
final class Operators {

    /** By the code of its word ({@link jp.kiyome.pdf.cos.Lexer#code}), each where its code leads or in the next free place. */
    private static final Operator[] TABLE = new Operator[512];

    private static final int[] CODES = new int[TABLE.length];

    static {
        read().forEach(operator -> {
            int code = Lexer.code(operator.word());
            int at = place(code);
            while (CODES[at] != 0) {
                at = at + 1 & TABLE.length - 1;
            }
            CODES[at] = code;
            TABLE[at] = operator;
        });
    }

    private Operators() {}

    private static int place(int code) {
        return code * 0x9E3779B1 >>> 23;
    }

    /** The operator whose word has this code; empty for what is none. */
    static Optional<Operator> find(int code) {
        for (int at = place(code); CODES[at] != 0; at = at + 1 & TABLE.length - 1) {
            if (CODES[at] == code) {
                return Optional.of(TABLE[at]);
            }
        }
        return Optional.empty();
    }

    private static List<Operator> read() {
        List<Operator> all = new ArrayList<>();
        try (InputStream in = Operators.class.getResourceAsStream("operators.allow")) {
            if (in == null) {
                throw new IllegalStateException("no list of operators");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .forEach(words -> all.add(Operator.of(
                            words.getFirst(), words.get(1).equals("-") ? List.of() : words.subList(1, words.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
