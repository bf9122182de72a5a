package jp.kiyome.cad.part21;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** A set of instance names, in eight to sixteen bytes each. Not thread-safe. */
public final class Ids {

    private static final long FREE = -1;

    private long[] table = free(64);
    private int size;

    private static long[] free(int length) {
        long[] table = new long[length];
        Arrays.fill(table, FREE);
        return table;
    }

    /** Whether it was not in the set before. */
    public boolean add(long id) {
        if (2L * size >= table.length) {
            long[] old = table;
            table = free(Math.multiplyExact(old.length, 2));
            size = 0;
            for (long known : old) {
                if (known != FREE) {
                    add(known);
                }
            }
        }
        int at = place(id);
        if (table[at] == id) {
            return false;
        }
        table[at] = id;
        size++;
        return true;
    }

    public boolean has(long id) {
        return table[place(id)] == id;
    }

    public int size() {
        return size;
    }

    public void forEach(LongConsumer each) {
        for (long id : table) {
            if (id != FREE) {
                each.accept(id);
            }
        }
    }

    private int place(long id) {
        int mask = table.length - 1;
        int at = Long.hashCode(id * 0x9E37_79B9_7F4A_7C15L) & mask;
        while (table[at] != FREE && table[at] != id) {
            at = at + 1 & mask;
        }
        return at;
    }
}
