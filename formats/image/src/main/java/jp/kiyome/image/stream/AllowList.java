package jp.kiyome.image.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a format may carry, as data for people who know the format: one line a structure, {@code KEY RULE [ARGUMENT]}, the rest of
 * the line behind {@code #} being its clause. The key {@code *} stands for everything not named. Immutable.
 */
public final class AllowList {

    /** What happens to a structure. */
    public enum Rule {
        /** Its values are read, checked and written anew. */
        REBUILD,
        /** It is read because later structures need it; our writer writes its own or none. */
        READ,
        /** It goes; the argument is the kind of finding. */
        DROP,
        /** The file is refused; the argument is the reason. */
        REFUSE
    }

    public record Entry(Rule rule, String argument) {}

    private final Map<String, Entry> entries;

    private AllowList(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** Reads the list that stands beside {@code owner} in the class path under that name. */
    public static AllowList beside(Class<?> owner, String name) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no allow-list " + name);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> parse(line, entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AllowList(entries);
    }

    public Entry entry(String key) {
        Entry found = entries.get(key);
        if (found != null) {
            return found;
        }
        Entry rest = entries.get("*");
        if (rest == null) {
            throw new IllegalStateException("allow-list without a rule for the rest");
        }
        return rest;
    }

    public boolean names(String key) {
        return entries.containsKey(key);
    }

    public Map<String, Entry> entries() {
        return entries;
    }

    private static void parse(String line, Map<String, Entry> entries) {
        String text = line.replaceFirst("(^|\\s)#.*$", "").strip();
        if (text.isEmpty()) {
            return;
        }
        String[] words = text.split("\\s+", -1);
        Rule rule =
                switch (words[1]) {
                    case "rebuild" -> Rule.REBUILD;
                    case "read" -> Rule.READ;
                    case "drop" -> Rule.DROP;
                    case "refuse" -> Rule.REFUSE;
                    default -> throw new IllegalStateException("allow-list rule " + words[1]);
                };
        if (entries.put(words[0], new Entry(rule, words.length > 2 ? words[2] : "")) != null) {
            throw new IllegalStateException("allow-list names " + words[0] + " twice");
        }
    }
}
