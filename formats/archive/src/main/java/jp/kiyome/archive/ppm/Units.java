package jp.kiyome.archive.ppm;

import java.util.Arrays;

/**
 * The model's memory: units of twelve bytes, handed out in sizes of 1 to 128, and below them the text that was seen. When
 * all is taken the model begins anew, so packer and unpacker must run out at the same moment: the order in which units are
 * given is part of the format. Places are offsets; 0 is none. Not thread-safe.
 */
final class Units {

    static final int UNIT = 12;

    private static final int SIZES = 38;
    private static final int LARGEST = 128;

    /** What a free run of units is marked with while runs are joined; nothing else begins so. */
    private static final int FREE = 0xFFFF;

    /** Units by index of size, and the index by units less one. */
    private static final int[] UNITS = new int[SIZES];

    private static final int[] INDEX = new int[LARGEST];

    static {
        int units = 0;
        for (int i = 0; i < SIZES; i++) {
            int step = i >= 12 ? 4 : (i >> 2) + 1;
            Arrays.fill(INDEX, units, units + step, i);
            units += step;
            UNITS[i] = units;
        }
    }

    private byte[] heap = {};
    private int size;
    private final int[] free = new int[SIZES];
    private int untilJoin;
    private int lowest;
    private int low;
    private int high;
    private int text;

    /** From now on there are so many bytes; what stood there is lost. */
    void resize(int bytes) {
        size = bytes;
        // One unit before, so that no place is 0, and one behind, which ends the last run.
        if (heap.length < bytes + 2 * UNIT) {
            heap = new byte[bytes + 2 * UNIT];
        }
    }

    void reset() {
        Arrays.fill(free, 0);
        text = UNIT;
        high = text + size;
        low = high - size / 8 / UNIT * 7 * UNIT;
        lowest = low;
        untilJoin = 0;
        put16(high, 0);
    }

    int u8(int at) {
        return heap[at] & 0xFF;
    }

    void put8(int at, int value) {
        heap[at] = (byte) value;
    }

    int u16(int at) {
        return heap[at] & 0xFF | (heap[at + 1] & 0xFF) << 8;
    }

    void put16(int at, int value) {
        heap[at] = (byte) value;
        heap[at + 1] = (byte) (value >>> 8);
    }

    int place(int at) {
        return u16(at) | u16(at + 2) << 16;
    }

    void putPlace(int at, int value) {
        put16(at, value);
        put16(at + 2, value >>> 16);
    }

    void copy(int from, int to, int length) {
        System.arraycopy(heap, from, heap, to, length);
    }

    /** The end of the text. */
    int text() {
        return text;
    }

    /** Writes a byte behind the text; false where no room is left. */
    boolean addText(int value) {
        heap[text++] = (byte) value;
        return text < lowest;
    }

    void dropText() {
        text--;
    }

    /** A unit from the upper end. */
    int takeOne() {
        if (high != low) {
            return high -= UNIT;
        }
        return free[0] != 0 ? remove(0) : takeRare(0);
    }

    int take(int units) {
        int index = INDEX[units - 1];
        if (free[index] != 0) {
            return remove(index);
        }
        int bytes = UNITS[index] * UNIT;
        if (bytes <= high - low) {
            int taken = low;
            low += bytes;
            return taken;
        }
        return takeRare(index);
    }

    int expand(int at, int units) {
        int from = INDEX[units - 1];
        if (from == INDEX[units]) {
            return at;
        }
        int taken = take(units + 1);
        if (taken != 0) {
            copy(at, taken, units * UNIT);
            insert(at, from);
        }
        return taken;
    }

    int shrink(int at, int units, int fewer) {
        int from = INDEX[units - 1];
        int to = INDEX[fewer - 1];
        if (from == to) {
            return at;
        }
        if (free[to] != 0) {
            int taken = remove(to);
            copy(at, taken, fewer * UNIT);
            insert(at, from);
            return taken;
        }
        split(at, from, to);
        return at;
    }

    void giveBack(int at, int units) {
        insert(at, INDEX[units - 1]);
    }

    private int takeRare(int index) {
        if (untilJoin == 0) {
            untilJoin = 255;
            join();
            if (free[index] != 0) {
                return remove(index);
            }
        }
        for (int larger = index + 1; larger < SIZES; larger++) {
            if (free[larger] != 0) {
                int taken = remove(larger);
                split(taken, larger, index);
                return taken;
            }
        }
        untilJoin--;
        int bytes = UNITS[index] * UNIT;
        if (lowest - text > bytes) {
            lowest -= bytes;
            return lowest;
        }
        return 0;
    }

    private void split(int at, int from, int to) {
        int units = UNITS[from] - UNITS[to];
        int rest = at + UNITS[to] * UNIT;
        insertRun(rest, units);
    }

    /** Puts a run of at most {@link #LARGEST} units into one list, or two where none has its size. */
    private void insertRun(int at, int units) {
        int index = INDEX[units - 1];
        if (UNITS[index] != units) {
            index--;
            int fitting = UNITS[index];
            insert(at + fitting * UNIT, units - fitting - 1);
        }
        insert(at, index);
    }

    private int remove(int index) {
        int at = free[index];
        free[index] = place(at);
        return at;
    }

    private void insert(int at, int index) {
        putPlace(at, free[index]);
        free[index] = at;
    }

    /** Joins free runs that lie side by side. A run has its mark, its units, the next of all runs and the one before. */
    private void join() {
        if (low != high) {
            put16(low, 0);
        }
        int head = 0;
        for (int i = 0; i < SIZES; i++) {
            while (free[i] != 0) {
                int at = remove(i);
                put16(at, FREE);
                put16(at + 2, UNITS[i]);
                link(0, at);
                link(at, head);
                head = at;
            }
        }
        for (int at = head; at != 0; at = place(at + 4)) {
            head = absorb(at, head);
        }
        while (head != 0) {
            int at = head;
            int units = u16(at + 2);
            head = place(at + 4);
            for (; units > LARGEST; units -= LARGEST, at += LARGEST * UNIT) {
                insert(at, SIZES - 1);
            }
            insertRun(at, units);
        }
    }

    /** Takes the runs right behind one into it; returns the head of all runs. */
    private int absorb(int at, int head) {
        int first = head;
        while (true) {
            int units = u16(at + 2);
            int behind = at + units * UNIT;
            if (u16(behind) != FREE || units + u16(behind + 2) >= FREE + 1) {
                return first;
            }
            int next = place(behind + 4);
            int before = place(behind + 8);
            if (before == 0) {
                first = next;
            }
            link(before, next);
            put16(behind, 0);
            put16(at + 2, units + u16(behind + 2));
        }
    }

    private void link(int before, int next) {
        if (before != 0) {
            putPlace(before + 4, next);
        }
        if (next != 0) {
            putPlace(next + 8, before);
        }
    }
}
