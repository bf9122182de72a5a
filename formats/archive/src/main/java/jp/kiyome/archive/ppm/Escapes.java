package jp.kiyome.archive.ppm;

import java.util.Arrays;

/** How often a context did not know what came next, by kinds of contexts. Not thread-safe. */
final class Escapes {

    private static final int PERIOD = 7;
    private static final int ROWS = 25;
    private static final int COLUMNS = 16;

    /** The place that counts nothing. */
    static final int NONE = ROWS * COLUMNS;

    /** The row by the number of characters less one. */
    private static final int[] ROW = new int[256];

    static {
        int row = 3;
        int left = 1;
        for (int i = 0; i < ROW.length; i++) {
            if (i < 3) {
                ROW[i] = i;
                continue;
            }
            ROW[i] = row;
            if (--left == 0) {
                row++;
                left = row - 2;
            }
        }
    }

    private final int[] sums = new int[NONE + 1];
    private final int[] shifts = new int[NONE + 1];
    private final int[] counts = new int[NONE + 1];

    void reset() {
        for (int row = 0; row < ROWS; row++) {
            for (int i = row * COLUMNS; i < (row + 1) * COLUMNS; i++) {
                shifts[i] = PERIOD - 4;
                sums[i] = 5 * row + 10 << PERIOD - 4;
            }
        }
        Arrays.fill(counts, 4);
        shifts[NONE] = PERIOD;
    }

    /** @param column of the kinds in a row */
    static int place(int characters, int column) {
        return ROW[characters - 1] * COLUMNS + column;
    }

    int mean(int place) {
        if (place == NONE) {
            return 1;
        }
        int mean = sums[place] >> shifts[place];
        sums[place] -= mean;
        return Math.max(mean, 1);
    }

    /** It happened. */
    void add(int place, int scale) {
        sums[place] = sums[place] + scale & 0xFFFF;
    }

    /** It did not. */
    void update(int place) {
        if (shifts[place] < PERIOD && --counts[place] == 0) {
            sums[place] = sums[place] << 1 & 0xFFFF;
            counts[place] = 3 << shifts[place]++;
        }
    }
}
