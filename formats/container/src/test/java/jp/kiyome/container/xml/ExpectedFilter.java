package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the lists of the tests mean, written a second time, for trees: the filter has to come to the same. */
final class ExpectedFilter {

    static final String T = "{urn:test:main}";
    static final String D = "{urn:test:default}";
    static final String E = "{urn:test:extension}";

    /**
     * What an element may have.
     *
     * @param text which text; empty when it may have none
     */
    private record Kind(
            Map<String, String> children,
            Map<String, Predicate<String>> attributes,
            Optional<Predicate<String>> text) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "doc",
            kind(Map.of(T + "p", "p", T + "list", "list", D + "cell", "cell"), Map.of()),
            "p",
            kind(
                    Map.of(T + "run", "run", T + "val", "val", T + "tag", "unwrap", E + "mark", "mark"),
                    Map.of(
                            "color",
                            List.of("red", "green", "朱色")::contains,
                            "size",
                            number(100),
                            T + "id",
                            ExpectedFilter::token)),
            "list",
            kind(Map.of(T + "run", "run", T + "list", "list"), Map.of("size", number(100))),
            "cell",
            kind(
                    Map.of(D + "cell", "cell", T + "run", "run", "plain", "plain"),
                    Map.of(T + "id", ExpectedFilter::token)),
            "plain",
            kind(Map.of(D + "cell", "cell", T + "run", "run", "plain", "plain"), Map.of("name", ExpectedFilter::token)),
            "mark",
            kind(Map.of(T + "run", "run"), Map.of("level", number(9))),
            "run",
            new Kind(Map.of(), Map.of("note", ExpectedFilter::any), Optional.of(ExpectedFilter::any)),
            "val",
            new Kind(Map.of(), Map.of(), Optional.of(number(100))));

    private ExpectedFilter() {}

    private static Kind kind(Map<String, String> children, Map<String, Predicate<String>> attributes) {
        return new Kind(children, attributes, Optional.empty());
    }

    private static boolean any(String value) {
        return true;
    }

    private static boolean token(String value) {
        return value.codePointCount(0, value.length()) <= 16 && value.chars().allMatch(c -> c >= ' ');
    }

    private static Predicate<String> number(int most) {
        return value ->
                value.matches("[+-]?[0-9]{1,18}") && Long.parseLong(value) >= 0 && Long.parseLong(value) <= most;
    }

    static Node.Tag document(Node.Tag root) {
        return tag(root, "doc").orElseThrow();
    }

    private static Optional<Node.Tag> tag(Node.Tag in, String kindName) {
        Kind kind = Objects.requireNonNull(KINDS.get(kindName));
        Map<String, String> attributes = new TreeMap<>();
        in.attributes().forEach((name, value) -> {
            if (kind.attributes.getOrDefault(name, v -> false).test(value)) {
                attributes.put(name, value);
            }
        });
        List<Node> children = new ArrayList<>();
        children(in, kind, children);
        String text = text(children);
        boolean refused = kind.text.isPresent() && !kind.text.get().test(text);
        boolean empty = kindName.equals("list") && children.isEmpty();
        return refused || empty ? Optional.empty() : Optional.of(new Node.Tag(in.name(), attributes, children));
    }

    private static void children(Node.Tag in, Kind kind, List<Node> out) {
        for (Node child : in.children()) {
            switch (child) {
                case Node.Text(String text) -> {
                    if (kind.text.isPresent()) {
                        Node.append(out, text);
                    }
                }
                case Node.Tag inner -> {
                    String name = kind.children.getOrDefault(inner.name(), "");
                    if (name.equals("unwrap")) {
                        children(inner, Objects.requireNonNull(KINDS.get("p")), out);
                    } else if (!name.isEmpty()) {
                        tag(inner, name).ifPresent(out::add);
                    }
                }
            }
        }
    }

    private static String text(List<Node> children) {
        return !children.isEmpty() && children.getFirst() instanceof Node.Text(String text) ? text : "";
    }
}
