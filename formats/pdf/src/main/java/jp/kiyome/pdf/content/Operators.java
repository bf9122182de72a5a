package jp.kiyome.pdf.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code operators.allow}. Immutable; threads may share it. */
final class Operators {

    private static final Map<String, List<String>> ALL = read();

    private Operators() {}

    /** The kinds of operand that an operator takes; empty for what is no operator. */
    static Optional<List<String>> operands(String operator) {
        return Optional.ofNullable(ALL.get(operator));
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> all = new HashMap<>();
        try (InputStream in = Operators.class.getResourceAsStream("operators.allow")) {
            if (in == null) {
                throw new IllegalStateException("no list of operators");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .forEach(words -> all.put(
                            words.getFirst(), words.get(1).equals("-") ? List.of() : words.subList(1, words.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
