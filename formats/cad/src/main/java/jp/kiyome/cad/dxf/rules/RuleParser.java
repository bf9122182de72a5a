package jp.kiyome.cad.dxf.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.kiyome.cad.dxf.pairs.GroupKind;

/** Reads an allow-list; what is wrong in one is an error of the build. Not thread-safe. */
final class RuleParser {

    private static final Rule NUMBER = new Rule(Check.NUMBER, Set.of());

    private final Map<RecordKind, Map<String, RecordRule>> rules = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Map<String, String>> dropped = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Map<Integer, Rule>> common = new EnumMap<>(RecordKind.class);
    private final Map<String, Map<Integer, Integer>> counts = new HashMap<>();

    void read(String resource) {
        for (String line : lines(resource)) {
            String[] words = line.split("\\s+", -1);
            switch (words[0]) {
                case "drop" -> {
                    for (int i = 3; i < words.length; i++) {
                        of(dropped, kind(words[2])).put(words[i], words[1]);
                    }
                }
                case "count" -> count(words);
                default -> rule(kind(words[0]), words);
            }
        }
    }

    private static RecordKind kind(String word) {
        return RecordKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static <K, V> Map<K, V> of(Map<RecordKind, Map<K, V>> maps, RecordKind kind) {
        return maps.computeIfAbsent(kind, any -> new HashMap<>());
    }

    private void count(String[] words) {
        for (int i = 2; i < words.length; i++) {
            String[] sides = words[i].split("=", 2);
            counts.computeIfAbsent(words[1], any -> new HashMap<>())
                    .put(Integer.valueOf(sides[0]), Integer.valueOf(sides[1]));
        }
    }

    private void rule(RecordKind kind, String[] words) {
        Set<String> subclasses = new HashSet<>();
        int at = 2;
        while (!words[at].equals(":")) {
            subclasses.add(words[at++]);
        }
        Map<Integer, Rule> codes = new HashMap<>(of(common, kind));
        for (at++; at < words.length; at++) {
            if (!words[at].isEmpty()) {
                codes(words[at], codes);
            }
        }
        if (words[1].equals("*")) {
            common.put(kind, codes);
        } else if (of(rules, kind).put(words[1], new RecordRule(words[1], subclasses, codes, Map.of())) != null) {
            throw new IllegalStateException("twice: " + words[1]);
        }
    }

    private static void codes(String word, Map<Integer, Rule> codes) {
        String[] sides = word.split("=", 2);
        String[] range = sides[0].split("\\.\\.", 2);
        int from = Integer.parseInt(range[0]);
        int to = Integer.parseInt(range[range.length - 1]);
        for (int code = from; code <= to; code++) {
            Rule rule = sides.length == 2 ? rule(sides[1]) : plain(code);
            codes.put(code, rule);
        }
    }

    private static Rule plain(int code) {
        GroupKind kind = GroupKind.of(code).orElseThrow(() -> new IllegalStateException("no group code: " + code));
        return switch (kind) {
            case REAL, SHORT, INT, LONG, FLAG -> NUMBER;
            case HANDLE -> new Rule(Check.REF, Set.of());
            case TEXT, CHUNK -> {
                if (code == 100) {
                    yield NUMBER;
                }
                throw new IllegalStateException("without a rule: " + code);
            }
        };
    }

    private static Rule rule(String word) {
        int bracket = word.indexOf('(');
        if (bracket < 0) {
            return new Rule(Check.valueOf(word.toUpperCase(Locale.ROOT)), Set.of());
        }
        String inside = word.substring(bracket + 1, word.length() - 1).replace('~', ' ');
        return new Rule(Check.WORD, Set.of(inside.split("\\|", -1)));
    }

    RuleBook book() {
        of(rules, RecordKind.ENTITY).replaceAll(this::counted);
        of(rules, RecordKind.OBJECT).replaceAll(this::counted);
        of(rules, RecordKind.TABLE).replaceAll(this::counted);
        return new RuleBook(rules, dropped);
    }

    private RecordRule counted(String name, RecordRule rule) {
        return new RecordRule(name, rule.subclasses(), rule.codes(), counts.getOrDefault(name, Map.of()));
    }

    /** Lines without comments; one that begins with a blank is the end of the one before. */
    private static List<String> lines(String resource) {
        List<String> lines = new ArrayList<>();
        for (String line : text(resource).split("\n", -1)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
            } else {
                lines.add(line.stripTrailing());
            }
        }
        return lines;
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(RuleParser.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
