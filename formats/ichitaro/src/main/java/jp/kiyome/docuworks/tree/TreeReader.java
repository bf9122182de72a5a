package jp.kiyome.docuworks.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.docuworks.element.Element;
import jp.kiyome.docuworks.element.Numbers;

/** Reads the tree of objects: records in order, each with its depth. */
public final class TreeReader {

    private static final int RECORD = 0x62;
    private static final int DEPTH = 0x80;
    private static final int DEEPEST = 32;
    private static final int NAMES = 51;
    private static final int FIRST_NAMED = 2001;
    private static final int PER_NAME = 5;

    private final Function<byte[], byte[]> referred;
    private final Budget budget;
    private List<Element> records = List.of();
    private int next;

    /**
     * Reads one tree.
     *
     * @param referred gives the bytes of the entry that the value of an attribute refers to
     */
    public TreeReader(Function<byte[], byte[]> referred, Budget budget) {
        this.referred = referred;
        this.budget = budget;
    }

    /** The root. */
    public Node read(Content properties) {
        records = Element.all(properties);
        budget.entries(records.size());
        if (records.isEmpty()) {
            throw damaged("no root");
        }
        Node root = node(0);
        if (next < records.size()) {
            throw damaged("two roots");
        }
        return root;
    }

    private Node node(int depth) {
        Element record = records.get(next++);
        List<Element> parts = Element.all(record.value());
        boolean whole = record.is(RECORD)
                && parts.size() >= 2
                && parts.get(0).is(DEPTH)
                && parts.get(1).is(RECORD)
                && depth <= DEEPEST;
        if (!whole || depthOf(parts) != depth) {
            throw damaged("record " + next);
        }
        int kind = (int) parts.get(1).signed() & 0xFFFF;
        List<Attribute> attributes = attributes(parts.subList(2, parts.size()));
        List<Node> children = new ArrayList<>();
        while (next < records.size() && depthOf(Element.all(records.get(next).value())) == depth + 1) {
            children.add(node(depth + 1));
        }
        return new Node(kind, attributes, children);
    }

    private static int depthOf(List<Element> parts) {
        return parts.isEmpty() || parts.get(0).value().size() != 1
                ? -1
                : parts.get(0).value().byteAt(0);
    }

    private List<Attribute> attributes(List<Element> elements) {
        Map<Integer, List<byte[]>> names = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (Element element : elements) {
            if (!seen.add(element.number())) {
                throw damaged("two attributes " + element.number());
            }
            if (element.number() == NAMES) {
                byte[] value = element.kind() >= Element.PRIVATE ? referred.apply(element.bytes()) : element.bytes();
                names.putAll(names(value));
            }
        }
        List<Attribute> attributes = new ArrayList<>();
        for (Element element : elements) {
            List<byte[]> name = names.get(element.number());
            if (element.number() >= FIRST_NAMED && name != null) {
                attributes.add(new Attribute(
                        element.kind(),
                        element.number(),
                        text(name.get(4)),
                        Numbers.signed(name.get(1)),
                        Numbers.signed(name.get(2)),
                        element.bytes()));
            } else if (element.number() != NAMES) {
                attributes.add(new Attribute(element.kind(), element.number(), "", 0, -1, element.bytes()));
            }
        }
        return attributes;
    }

    private static Map<Integer, List<byte[]>> names(byte[] value) {
        List<byte[]> items = Numbers.items(value).orElseThrow(() -> damaged("names of attributes"));
        if (items.size() % PER_NAME != 0) {
            throw damaged("names of attributes");
        }
        Map<Integer, List<byte[]>> names = new HashMap<>();
        for (int i = 0; i < items.size(); i += PER_NAME) {
            if (names.put((int) Numbers.signed(items.get(i)), items.subList(i, i + PER_NAME)) != null) {
                throw damaged("two names of one attribute");
            }
        }
        return names;
    }

    private static String text(byte[] name) {
        String text = new String(name, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static Refusal damaged(String why) {
        return Refusal.of("docuworks.damaged", why);
    }
}
