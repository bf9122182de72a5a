package jp.kiyome.pdf.allow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The allow-list {@code pdf.allow}, read once. Immutable; threads may share it. */
public final class AllowList {

    private static final AllowList PDF = read();

    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();

    private AllowList() {}

    public static AllowList pdf() {
        return PDF;
    }

    public Shape shape(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no shape " + name));
    }

    public Optional<Shape> find(String name) {
        return Optional.ofNullable(shapes.get(name));
    }

    /** The kind of finding for a key that is dropped. */
    public String finding(String key) {
        return told.getOrDefault(key, "pdf.unlisted-entry");
    }

    private static AllowList read() {
        AllowList list = new AllowList();
        try (InputStream in = AllowList.class.getResourceAsStream("pdf.allow");
                InputStream findings = AllowList.class.getResourceAsStream("told.tsv")) {
            if (in == null || findings == null) {
                throw new IllegalStateException("no allow-list");
            }
            new Reader(list).read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            new BufferedReader(new InputStreamReader(findings, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> list.told.put(line.split("\t", -1)[0], line.split("\t", -1)[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    private static final class Reader {

        private final AllowList list;
        private final Map<String, Map<String, Rule>> keys = new LinkedHashMap<>();
        private final Map<String, String> streams = new HashMap<>();
        private final Map<String, Rule> rules = new HashMap<>();
        private Map<String, Rule> open = new TreeMap<>();

        Reader(AllowList list) {
            this.list = list;
        }

        void read(BufferedReader lines) {
            // Twice: a shape may take in another that stands behind it.
            var all = lines.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .toList();
            Map<String, String> aliases = new LinkedHashMap<>();
            for (int pass = 0; pass < 3; pass++) {
                all.forEach(line -> line(line, aliases));
            }
            keys.forEach((name, rules) ->
                    list.shapes.put(name, new Shape(name, streams.getOrDefault(name, ""), Map.copyOf(rules))));
            aliases.forEach((name, other) -> list.shapes.put(name, list.shape(other)));
        }

        private void line(String line, Map<String, String> aliases) {
            String[] words = line.split("\\s+", -1);
            if (line.startsWith("[")) {
                String head = line.substring(1, line.indexOf(']'));
                String rest = line.substring(line.indexOf(']') + 1).strip();
                String name = head.split(" ", -1)[0];
                if (rest.startsWith("= ")) {
                    aliases.put(name, rest.substring(2));
                    return;
                }
                if (head.contains(" stream=")) {
                    streams.put(name, head.substring(head.indexOf('=') + 1));
                }
                open = keys.computeIfAbsent(name, any -> new TreeMap<>());
            } else if (words[0].equals("+")) {
                Map<String, Rule> other = keys.get(words[1]);
                if (other != null) {
                    other.forEach(open::putIfAbsent);
                }
            } else if (words.length == 2) {
                open.put(words[0], rules.computeIfAbsent(words[1], RuleParser::parse));
            } else {
                throw new IllegalStateException("allow-list line " + line);
            }
        }
    }
}
