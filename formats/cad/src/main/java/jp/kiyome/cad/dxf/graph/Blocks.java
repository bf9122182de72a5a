package jp.kiyome.cad.dxf.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * The blocks of a drawing and how often each draws others. A drawing that inserts blocks in each other without end, or so often that
 * a program that draws it would not come to an end, is refused.
 */
final class Blocks {

    /** Records that a drawing may show when every block is drawn wherever it is inserted. */
    static final long MOST = 50_000_000;

    /** What one block holds: records of its own, and how often it inserts others. */
    private static final class Tally {
        private long own;
        private final Map<String, Long> inserts = new HashMap<>();
        private long whole = -1;
        private boolean open;
    }

    private final Map<String, Tally> tallies = new HashMap<>();

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** One more record in a block, or in the drawing itself where {@code block} is empty. */
    void holds(String block) {
        tallies.computeIfAbsent(block, any -> new Tally()).own++;
    }

    void inserts(String block, String other, long times) {
        Tally tally = tallies.computeIfAbsent(block, any -> new Tally());
        tally.inserts.merge(other, times, Blocks::sum);
    }

    private static long sum(long one, long other) {
        return Math.min(MOST + 1, one + other);
    }

    /** @throws Refusal for blocks inside themselves and for more than {@link #MOST} records */
    void requireBounded() {
        tallies.forEach((block, tally) -> {
            if (size(block, tally) > MOST) {
                throw Refusal.of("dxf.expansion", Location.wholeFile().at(block), Long.toString(MOST));
            }
        });
    }

    /** The steps from one block into those it inserts, kept apart from the stack of calls. */
    private record Step(Tally tally, Iterator<Map.Entry<String, Long>> rest) {}

    private long size(String block, Tally tally) {
        Deque<Step> steps = new ArrayDeque<>();
        enter(tally, block, steps);
        while (!steps.isEmpty()) {
            Step step = steps.peek();
            if (!step.rest.hasNext()) {
                steps.pop();
                leave(step.tally);
                continue;
            }
            String next = step.rest.next().getKey();
            Tally inner = tallies.get(next);
            if (inner != null) {
                enter(inner, next, steps);
            }
        }
        return tally.whole;
    }

    private static void enter(Tally tally, String block, Deque<Step> steps) {
        if (tally.open) {
            throw Refusal.of("dxf.block-cycle", Location.wholeFile().at(block), "");
        }
        if (tally.whole < 0) {
            tally.open = true;
            steps.push(new Step(tally, tally.inserts.entrySet().iterator()));
        }
    }

    private void leave(Tally tally) {
        tally.open = false;
        long whole = tally.own;
        for (Map.Entry<String, Long> insert : tally.inserts.entrySet()) {
            Tally inner = tallies.get(insert.getKey());
            if (inner != null) {
                long size = Math.max(1, inner.whole);
                whole = size > MOST / Math.max(1, insert.getValue()) ? MOST + 1 : sum(whole, size * insert.getValue());
            }
        }
        tally.whole = Math.min(whole, MOST + 1);
    }
}
