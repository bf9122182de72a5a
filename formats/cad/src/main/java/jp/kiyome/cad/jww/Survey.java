package jp.kiyome.cad.jww;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.core.finding.Refusal;

/**
 * What a first look at a file tells: which definitions there are, which of them the drawing shows, and so how many objects each list
 * will have. Not thread-safe.
 */
final class Survey implements ObjectVisitor {

    /** Blocks inside blocks. */
    private static final int DEEPEST = 64;

    /** Objects that a drawing may unfold into when all its blocks are drawn. */
    private static final long MOST_DRAWN = 50_000_000;

    private final ListSurvey drawing = new ListSurvey();
    private final Map<Long, ListSurvey> definitions = new TreeMap<>();
    private final Map<Long, Long> drawn = new TreeMap<>();
    private final Set<Long> open = new TreeSet<>();
    private ListSurvey last = drawing;

    ListSurvey drawing() {
        return drawing;
    }

    @Override
    public void nothing() {
        // Nothing of it is written.
    }

    @Override
    public void object(String structure, int schema, Values values, byte[] record) {
        last = new ListSurvey();
        if (definitions.put(values.number("number"), last) != null) {
            throw Refusal.of("jww.structure", "two definitions of one number");
        }
    }

    @Override
    public ObjectVisitor inside() {
        return last;
    }

    /** Follows the blocks from the drawing on. */
    void finish() {
        unfolded(drawing);
    }

    /** Whether the drawing shows what is defined by that number. */
    boolean shown(long number) {
        return drawn.containsKey(number);
    }

    /** How many definitions stay. */
    long definitions() {
        return drawn.size();
    }

    /** Keys of the pictures that show. */
    Set<String> pictures() {
        Set<String> shown = new TreeSet<>(drawing.pictures());
        drawn.keySet()
                .forEach(number ->
                        shown.addAll(definitions.getOrDefault(number, drawing).pictures()));
        return shown;
    }

    /** How many objects of the drawing stay. */
    long kept() {
        return kept(drawing);
    }

    /** How many objects of a definition stay. */
    long kept(long number) {
        return kept(definitions.getOrDefault(number, new ListSurvey()));
    }

    private long kept(ListSurvey list) {
        return list.others()
                + list.blocks().entrySet().stream()
                        .filter(block -> definitions.containsKey(block.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    private long unfolded(ListSurvey list) {
        long sum = list.others();
        for (Map.Entry<Long, Long> block : list.blocks().entrySet()) {
            if (definitions.containsKey(block.getKey())) {
                sum = Math.addExact(sum, Math.multiplyExact(block.getValue(), unfolded(block.getKey())));
            }
        }
        if (sum > MOST_DRAWN) {
            throw Refusal.of("jww.block-bomb", "more than " + MOST_DRAWN + " objects");
        }
        return sum;
    }

    /** Always below the limit, so that products of it and of a count do not overflow. */
    private long unfolded(long number) {
        Long known = drawn.get(number);
        if (known != null) {
            return known;
        }
        if (!open.add(number) || open.size() > DEEPEST) {
            throw Refusal.of("jww.block-loop", "definition " + number);
        }
        long objects = 1 + unfolded(definitions.getOrDefault(number, new ListSurvey()));
        open.remove(number);
        drawn.put(number, objects);
        return objects;
    }
}
