package jp.kiyome.testcorpus.scan.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The references that tie trees together. Those by which forms, patterns and glyphs draw each other are not among them: what draws
 * itself is kept, and readers guard against it. Not thread-safe.
 */
final class Edges {

    private static final Map<String, String> TREES = Map.of(
            "Pages",
            "pages",
            "Kids",
            "pages",
            "Fields",
            "pages",
            "First",
            "outline",
            "Next",
            "outline",
            "K",
            "structure");
    private static final Set<String> OTHERS =
            Set.of("Functions", "Function", "ColorSpace", "ColorSpace/", "Mask", "SMask");

    private record Edge(String tree, int to) {}

    private final Map<Integer, Set<Integer>> leads = new TreeMap<>();
    private final Set<Edge> known = new HashSet<>();
    private final Set<String> twice = new TreeSet<>();

    void add(int from, String key, int to) {
        if (!TREES.containsKey(key) && !OTHERS.contains(key)) {
            return;
        }
        leads.computeIfAbsent(from, number -> new TreeSet<>()).add(to);
        String tree = TREES.getOrDefault(key, "");
        if (!tree.isEmpty() && !known.add(new Edge(tree, to))) {
            twice.add(key);
        }
    }

    void judge(Found found) {
        twice.forEach(key -> found.vector("trees", "a node that is reached twice by " + key));
        Map<Integer, Integer> into = new TreeMap<>();
        leads.values().forEach(all -> all.forEach(to -> into.merge(to, 1, Integer::sum)));
        Deque<Integer> free = new ArrayDeque<>();
        leads.keySet().stream().filter(node -> !into.containsKey(node)).forEach(free::add);
        int loose = 0;
        while (!free.isEmpty()) {
            loose++;
            for (int to : leads.getOrDefault(free.pop(), Set.of())) {
                if (into.merge(to, -1, Integer::sum) == 0) {
                    free.add(to);
                }
            }
        }
        Set<Integer> nodes = new TreeSet<>(leads.keySet());
        nodes.addAll(into.keySet());
        if (loose < nodes.size()) {
            found.vector("trees", "a loop of " + (nodes.size() - loose) + " nodes");
        }
    }
}
