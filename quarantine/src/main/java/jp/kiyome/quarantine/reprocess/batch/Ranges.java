package jp.kiyome.quarantine.reprocess.batch;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides tasks into ranges of numbers: by their number alone, so that a run that is taken up again has the same parts, whoever
 * does them. Small enough that nobody is left with much to do when the others are done.
 */
final class Ranges implements Partitioner {

    private static final int PARTS = 64;
    private static final int LEAST = 20;
    private static final int MOST = 500;
    private static final String FIRST = "first";
    private static final String LAST = "last";

    private final LongSupplier tasks;

    /** @param tasks how many, asked when all are known */
    Ranges(LongSupplier tasks) {
        this.tasks = tasks;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        long total = tasks.getAsLong();
        long size = Math.clamp(total / PARTS, LEAST, MOST);
        Map<String, ExecutionContext> parts = new TreeMap<>();
        for (long first = 0; first < total; first += size) {
            ExecutionContext range = new ExecutionContext();
            range.putLong(FIRST, first);
            range.putLong(LAST, Math.min(first + size, total) - 1);
            parts.put(String.format(Locale.ROOT, "%09d", first), range);
        }
        return parts;
    }

    static long first(ExecutionContext range) {
        return range.getLong(FIRST);
    }

    static long last(ExecutionContext range) {
        return range.getLong(LAST);
    }
}
