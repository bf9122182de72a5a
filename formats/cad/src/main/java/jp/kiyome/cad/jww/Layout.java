package jp.kiyome.cad.jww;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The table of fields, {@code layout.allow}. Immutable; threads may share it. */
final class Layout {

    /** The one of the format. */
    static final Layout JWW = read("layout.allow");

    private static final int EVER = Integer.MAX_VALUE;

    private final Map<String, List<Node>> structures = new TreeMap<>();

    private Layout(List<String> lines) {
        Deque<List<Node>> open = new ArrayDeque<>();
        for (String line : lines) {
            String text = line.replaceFirst("#.*$", "").strip();
            if (!text.isEmpty()) {
                add(text.split(" +", -1), open);
            }
        }
    }

    private static Layout read(String name) {
        try (InputStream in = Layout.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no table " + name);
            }
            return new Layout(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a structure. */
    List<Node> structure(String name) {
        List<Node> found = structures.get(name);
        if (found == null) {
            throw new IllegalStateException("no structure " + name);
        }
        return found;
    }

    private void add(String[] words, Deque<List<Node>> open) {
        List<Node> body = new ArrayList<>();
        switch (words[0]) {
            case "structure" -> {
                open.clear();
                structures.put(words[1], body);
                open.push(body);
            }
            case "end" -> open.pop();
            case "repeat" -> nest(new Node.Repeat(number(words[1]), body), body, open);
            case "since" -> nest(new Node.Versions(number(words[1]), EVER, body), body, open);
            case "before" -> nest(new Node.Versions(0, number(words[1]), body), body, open);
            case "when" -> nest(new Node.When(words[1], number(words[2]), body), body, open);
            case "part" -> open.element().add(new Node.Part(words[1]));
            default -> open.element().add(field(words));
        }
    }

    private static void nest(Node node, List<Node> body, Deque<List<Node>> open) {
        open.element().add(node);
        open.push(body);
    }

    private static Node.Field field(String[] words) {
        Node.Type type = Node.Type.valueOf(words[1].toUpperCase(Locale.ROOT));
        Node.Rule rule = words.length < 3 ? Node.Rule.ANY : Node.Rule.valueOf(words[2].toUpperCase(Locale.ROOT));
        boolean gone = rule == Node.Rule.GONE;
        return new Node.Field(
                words[0], type, rule, gone || words.length < 4 ? 0 : Long.parseLong(words[3]), gone ? words[3] : "");
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }
}
