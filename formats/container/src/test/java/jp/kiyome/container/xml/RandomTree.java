package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Trees of listed and unlisted names, values that pass and values that do not. */
final class RandomTree {

    private static final List<String> NAMES = List.of(
            ExpectedFilter.T + "p",
            ExpectedFilter.T + "p",
            ExpectedFilter.T + "run",
            ExpectedFilter.T + "run",
            ExpectedFilter.T + "val",
            ExpectedFilter.T + "tag",
            ExpectedFilter.T + "list",
            ExpectedFilter.T + "list",
            ExpectedFilter.D + "cell",
            ExpectedFilter.D + "cell",
            "plain",
            ExpectedFilter.E + "mark",
            ExpectedFilter.T + "odd",
            "{urn:other}run",
            "{urn:\u3042&<\"'}\u3042",
            "run");
    private static final List<String> ATTRIBUTES = List.of(
            "color",
            "size",
            "note",
            "level",
            "name",
            ExpectedFilter.T + "id",
            ExpectedFilter.T + "note",
            "{urn:other}id",
            "\u3044");
    private static final List<String> VALUES = List.of(
            "red",
            "朱色",
            "5",
            "100",
            "101",
            "+7",
            "",
            " ",
            "<&>\"'",
            "a\nb\tc\rd",
            "]]>",
            "\uD83D\uDE00",
            "12345678901234567",
            "\u00E9\u6F22\uFFFD",
            "--",
            "x");

    private final Random random;

    RandomTree(Random random) {
        this.random = random;
    }

    Node.Tag document() {
        return new Node.Tag(ExpectedFilter.T + "doc", attributes(), children(5));
    }

    private Node.Tag tag(int depth) {
        return new Node.Tag(one(NAMES), attributes(), children(depth));
    }

    private List<Node> children(int depth) {
        List<Node> children = new ArrayList<>();
        int count = depth == 0 ? 0 : random.nextInt(6);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) == 0) {
                Node.append(children, one(VALUES));
            } else {
                children.add(tag(depth - 1));
            }
        }
        if (random.nextInt(3) == 0) {
            Node.append(children, one(VALUES));
        }
        return children;
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            attributes.put(one(ATTRIBUTES), one(VALUES));
        }
        return attributes;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
