package jp.kiyome.archive.rar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import jp.kiyome.container.packed.ByteTarget;

/**
 * Stands between the window, which keeps bytes as they were packed, and the member, whose bytes filters have turned back.
 * Not thread-safe.
 */
final class FilterStage implements ByteTarget {

    /** Filters that wait at a time. Packers need a few hundred at most. */
    private static final int MOST = 8192;

    /** Filters for the same bytes. Each costs as much as the bytes do. */
    private static final int MOST_AT_ONCE = 8;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private ByteTarget out;
    private long position;
    private byte[] held = {};
    private int filled;

    /** @param filters applied one after another to the same bytes */
    private record Waiting(long from, int length, List<Filter> filters) {}

    FilterStage() {
        this.out = (bytes, offset, length) -> {
            throw new IllegalStateException("no member");
        };
    }

    /** A new member begins. */
    void begin(ByteTarget target) {
        out = target;
        position = 0;
        filled = 0;
        waiting.clear();
    }

    /**
     * From {@code from} on, counted from the first byte of the member, {@code length} bytes are to be turned back.
     *
     * @return false where that cannot be: they have passed already, or belong to another filter in part
     */
    boolean add(long from, int length, Filter filter) {
        Waiting last = waiting.peekLast();
        if (last != null && last.from == from && last.length == length) {
            last.filters.add(filter);
            return last.filters.size() <= MOST_AT_ONCE;
        }
        long free = last == null ? position : last.from + last.length;
        if (from < free || length <= 0 || waiting.size() >= MOST) {
            return false;
        }
        List<Filter> filters = new ArrayList<>(1);
        filters.add(filter);
        waiting.addLast(new Waiting(from, length, filters));
        return true;
    }

    /** Whether no filter waits for bytes: asked at the end of a member. */
    boolean isDone() {
        return waiting.isEmpty();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            Waiting next = waiting.peekFirst();
            if (next == null) {
                out.write(bytes, at, end - at);
                position += end - at;
                return;
            }
            at += next.from > position ? before(next, bytes, at, end) : inside(next, bytes, at, end);
        }
    }

    private int before(Waiting next, byte[] bytes, int at, int end) {
        int count = (int) Math.min(end - at, next.from - position);
        out.write(bytes, at, count);
        position += count;
        return count;
    }

    private int inside(Waiting next, byte[] bytes, int at, int end) {
        if (filled == 0) {
            held = new byte[next.length];
        }
        int count = Math.min(end - at, next.length - filled);
        System.arraycopy(bytes, at, held, filled, count);
        filled += count;
        if (filled == next.length) {
            waiting.removeFirst();
            for (Filter filter : next.filters) {
                held = filter.apply(held, position);
            }
            out.write(held, 0, next.length);
            position += next.length;
            filled = 0;
        }
        return count;
    }
}
