package jp.kiyome.image.svg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CSS properties of {@code properties.allow}. Immutable; threads may share it. */
final class Properties {

    private static final Map<String, Grammar> ALL = read();

    private Properties() {}

    /** The value in its one form; empty when there is no such property or it may not have this value. */
    static Optional<String> accept(String property, String value, Names names) {
        Grammar grammar = ALL.get(property);
        return grammar == null ? Optional.empty() : grammar.accept(CssReader.value(value), names);
    }

    static boolean known(String property) {
        return ALL.containsKey(property);
    }

    private static Map<String, Grammar> read() {
        Map<String, Grammar> all = new HashMap<>();
        try (InputStream in = Properties.class.getResourceAsStream("properties.allow")) {
            if (in == null) {
                throw new IllegalStateException("no properties.allow");
            }
            for (String line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                String text = line.replaceFirst("(^|\\s)# .*$", "").strip();
                if (text.isEmpty() || text.equals("#")) {
                    continue;
                }
                List<String> words = Arrays.asList(text.split("\\s+", -1));
                if (all.put(words.getFirst(), Grammar.of(words.subList(1, words.size()))) != null) {
                    throw new IllegalStateException("twice in properties.allow: " + words.getFirst());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
