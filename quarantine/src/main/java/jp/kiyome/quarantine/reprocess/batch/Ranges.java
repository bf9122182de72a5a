package jp.kiyome.quarantine.reprocess.batch;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides tasks into ranges of numbers: by their number alone, so that a run that is taken up again has the same parts, whoever
 * does them. Small enough that nobody is left with much to do when the others are done. A part's name says where it begins; its
 * execution context says nothing, for Spring Batch writes that after the part itself, and a process may be killed in between.
 */
final class Ranges implements Partitioner {

    private static final int PARTS = 64;
    private static final int LEAST = 20;
    private static final int MOST = 500;
    /** Behind the name of the step that has parts. */
    private static final char NAMED = ':';

    /**
     * Numbers of tasks.
     *
     * @param last included
     */
    record Range(long first, long last) {}

    private final LongSupplier tasks;

    /** @param tasks how many, asked when all are known */
    Ranges(LongSupplier tasks) {
        this.tasks = tasks;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        long total = tasks.getAsLong();
        Map<String, ExecutionContext> parts = new TreeMap<>();
        for (long first = 0; first < total; first += size(total)) {
            parts.put(String.format(Locale.ROOT, "%09d", first), new ExecutionContext());
        }
        return parts;
    }

    private static long size(long total) {
        return Math.clamp(total / PARTS, LEAST, MOST);
    }

    /**
     * What a part is about.
     *
     * @param part its name
     * @param total how many tasks there are
     */
    static Range of(String part, long total) {
        long first = Long.parseLong(part.substring(part.indexOf(NAMED) + 1));
        return new Range(first, Math.min(first + size(total), total) - 1);
    }
}
