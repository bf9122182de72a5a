package jp.kiyome.image.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.finding.Refusal;

/**
 * Which elements draw which others, and how much would be drawn in all. A {@code use} that would draw itself is found out; other
 * circles, and more drawing than any picture needs, are refused. One document, one thread.
 */
final class ReferenceGraph {

    private static final long MOST_DRAWN = 1_000_000;
    private static final int DEEPEST = 1_000;
    private static final long NOT_A_USE = -1;

    private record Edge(String target, long use) {}

    private static final class Node {
        final List<Edge> references = new ArrayList<>();
        final List<Node> inside = new ArrayList<>();
        final Set<String> classes = new HashSet<>();
        long elements;
        long cost;
        int state;
    }

    private final Node document = new Node();
    private final Map<String, Node> byId = new HashMap<>();
    private final List<Node> open = new ArrayList<>(List.of(document));
    private final List<String> pending = new ArrayList<>();
    private final Map<String, Set<String>> bySelector = new HashMap<>();
    private final Set<Long> circular = new HashSet<>();

    /** The element whose attributes are being read refers to another. */
    void refer(String id) {
        pending.add(id);
    }

    /** A rule of a style sheet refers to elements; its classes say for whom, and none stands for everyone. */
    void refer(Set<String> classes, Set<String> ids) {
        for (String selector : classes.isEmpty() ? Set.of("") : classes) {
            bySelector.computeIfAbsent(selector, s -> new HashSet<>()).addAll(ids);
        }
    }

    /** An element begins, whose references have been told. */
    void start(String id, String classes, boolean painted, boolean use, long ordinal) {
        Node node = open.getLast();
        if (!id.isEmpty() && !byId.containsKey(id)) {
            Node named = new Node();
            node.inside.add(named);
            byId.put(id, named);
            node = named;
        }
        open.add(node);
        node.elements++;
        for (String target : pending) {
            node.references.add(new Edge(target, use ? ordinal : NOT_A_USE));
        }
        pending.clear();
        if (painted) {
            node.classes.add("");
            node.classes.addAll(List.of(classes.split(" ", -1)));
        }
    }

    void end() {
        open.removeLast();
    }

    /**
     * Counts what would be drawn.
     *
     * @return the ordinals of the {@code use} elements that would draw themselves
     */
    Set<Long> circularUses() {
        applySelectors(document);
        byId.values().forEach(this::applySelectors);
        if (cost(document, 0) > MOST_DRAWN) {
            throw Refusal.of("svg.expansion", "");
        }
        return circular;
    }

    private void applySelectors(Node node) {
        for (String name : node.classes) {
            bySelector.getOrDefault(name, Set.of()).stream()
                    .sorted()
                    .forEach(target -> node.references.add(new Edge(target, NOT_A_USE)));
        }
    }

    private long cost(Node node, int depth) {
        if (node.state == 2) {
            return node.cost;
        }
        if (depth > DEEPEST) {
            throw Refusal.of("svg.expansion", "");
        }
        node.state = 1;
        long sum = node.elements;
        for (Node inside : node.inside) {
            sum += cost(inside, depth + 1);
        }
        for (Edge edge : node.references) {
            Node target = byId.get(edge.target());
            if (target == null) {
                continue;
            }
            if (target.state != 1) {
                sum += cost(target, depth + 1);
            } else if (edge.use() == NOT_A_USE) {
                throw Refusal.of("svg.circle", "");
            } else {
                circular.add(edge.use());
            }
        }
        node.cost = Math.min(sum, MOST_DRAWN + 1);
        node.state = 2;
        return node.cost;
    }
}
