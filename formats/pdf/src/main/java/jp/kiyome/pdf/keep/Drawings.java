package jp.kiyome.pdf.keep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.write.CleanFile;

/**
 * Which content streams draw which others, as their operators say: forms, patterns, glyphs of Type 3 fonts, soft masks. Names of
 * resources that nobody draws do not count, for files share one dictionary of resources among pages and the forms on them. Finds
 * drawings that come back to themselves (ISO 32000-2, 8.10.1 forbids it, and readers hang), and those that multiply beyond measure, by a
 * walk with a stack of its own. Not thread-safe.
 */
final class Drawings {

    /** Drawings inside drawings; real files have fewer than ten. */
    private static final int DEEPEST = 64;

    /** Content streams that drawing one of them runs through. */
    private static final long MOST_DRAWN = 10_000_000;

    private static final Use NONE = new Use("", "");

    /** Something that an operator names in its resources. */
    record Use(String category, String name) {}

    /** A drawing to be left out. {@code code} is the finding's. */
    record Cut(int stream, Use use, String code) {}

    private record Drawn(Cos resources, Map<Use, Integer> uses) {}

    private final CleanFile clean;
    private final Map<Integer, Drawn> streams = new LinkedHashMap<>();
    private final Map<Use, List<Cos>> anywhere = new HashMap<>();
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final List<Cut> cuts = new ArrayList<>();

    Drawings(CleanFile clean) {
        this.clean = clean;
    }

    /** Takes {@code uses}: how often the stream names what; {@code resources} is no dictionary where it has those of its drawer. */
    void drawn(int stream, Cos resources, Map<Use, Integer> uses) {
        streams.put(stream, new Drawn(resources, uses));
    }

    /** Edges without which no drawing is left that comes back to itself or multiplies. */
    List<Cut> cuts() {
        streams.values().forEach(drawn -> index(drawn.resources));
        for (int stream : streams.keySet()) {
            if (!nodes.containsKey(stream)) {
                enter(stream);
                walk();
            }
        }
        return cuts;
    }

    private void walk() {
        while (!open.isEmpty()) {
            Node node = open.element();
            if (node.at == node.edges.size()) {
                open.pop();
                node.done = true;
                node.edges = List.of();
                if (!open.isEmpty()) {
                    arrive(open.element(), open.element().edges.get(open.element().at - 1), node);
                }
                continue;
            }
            Edge edge = node.edges.get(node.at++);
            Node target = nodes.get(edge.target);
            if (target == null) {
                enter(edge.target);
            } else if (target.done) {
                arrive(node, edge, target);
            } else {
                cut("pdf.loop");
            }
        }
    }

    /** What is drawn through an edge is known: it counts, or is too much. */
    private void arrive(Node from, Edge edge, Node target) {
        long more = from.stream ? edge.count * target.drawn : target.drawn;
        if (target.height >= DEEPEST || more > MOST_DRAWN - from.drawn) {
            cut("pdf.too-complex");
            return;
        }
        from.height = Math.max(from.height, target.height + 1);
        from.drawn = from.stream ? from.drawn + more : Math.max(from.drawn, more);
    }

    /** What is cut is an operator: the last stream on the way names it. */
    private void cut(String code) {
        for (Node node : open) {
            if (node.stream) {
                cuts.add(new Cut(node.index, node.edges.get(node.at - 1).use, code));
                return;
            }
        }
        throw new IllegalStateException("a loop without a content stream");
    }

    private void enter(int index) {
        Node node = new Node(index, streams.containsKey(index));
        nodes.put(index, node);
        open.push(node);
        Drawn drawn = streams.get(index);
        if (drawn == null) {
            led(clean.value(index)).forEach(target -> node.edges.add(new Edge(NONE, 1, target)));
            return;
        }
        drawn.uses.forEach((use, count) -> {
            for (Cos value : named(drawn.resources, use)) {
                leads(value).forEach(target -> node.edges.add(new Edge(use, count, target)));
            }
        });
    }

    private List<Cos> named(Cos resources, Use use) {
        if (!(clean.resolve(resources) instanceof Cos.Dict dict)) {
            return anywhere.getOrDefault(use, List.of());
        }
        return clean.resolve(dict.get(use.category)) instanceof Cos.Dict all ? List.of(all.get(use.name)) : List.of();
    }

    /** Streams without resources of their own may be drawn with anybody's. */
    private void index(Cos resources) {
        if (!(clean.resolve(resources) instanceof Cos.Dict dict)) {
            return;
        }
        for (String category : List.of("XObject", "Pattern", "Font", "ExtGState")) {
            Cos.dict(clean.resolve(dict.get(category))).ifPresent(all -> all.entries()
                    .forEach((name, value) -> anywhere.computeIfAbsent(new Use(category, name), u -> new ArrayList<>())
                            .add(value)));
        }
    }

    private List<Integer> leads(Cos value) {
        return value instanceof Cos.Ref ref ? List.of(ref.number()) : led(value);
    }

    /** From a font to its glyphs, from a graphics state to its mask and its font, from a shading's pattern to its graphics state. */
    private List<Integer> led(Cos value) {
        if (!(value instanceof Cos.Dict dict)) {
            return List.of();
        }
        List<Integer> targets = new ArrayList<>();
        Cos.dict(clean.resolve(dict.get("CharProcs")))
                .ifPresent(glyphs -> glyphs.entries().values().forEach(glyph -> targets.addAll(leads(glyph))));
        Optional<Cos> mask = Cos.dict(clean.resolve(dict.get("SMask"))).map(found -> found.get("G"));
        mask.ifPresent(group -> targets.addAll(leads(group)));
        if (dict.get("Font") instanceof Cos.Arr font) {
            targets.addAll(leads(font.get(0)));
        }
        if (dict.name("Type").equals("Pattern")) {
            targets.addAll(leads(dict.get("ExtGState")));
        }
        return targets;
    }

    private record Edge(Use use, int count, int target) {}

    private static final class Node {
        final int index;
        final boolean stream;
        List<Edge> edges = new ArrayList<>();
        int at;
        boolean done;
        int height;
        long drawn = 1;

        Node(int index, boolean stream) {
            this.index = index;
            this.stream = stream;
        }
    }
}
