package jp.kiyome.archive.cab;

import java.util.Arrays;

/** How often symbols came, as sums from the last symbol on. It learns with each symbol. Not thread-safe. */
final class QuantumModel {

    private static final int STEP = 8;
    private static final int MOST = 3800;
    private static final int FIRST_HALVINGS = 4;
    private static final int HALVINGS = 50;

    private final int[] symbols;

    /** How often this symbol and all behind it came; 0 behind the last. */
    private final int[] sums;

    private int untilSorted = FIRST_HALVINGS;

    /** @param first the lowest of {@code count} symbols */
    QuantumModel(int first, int count) {
        symbols = new int[count];
        sums = new int[count + 1];
        for (int i = 0; i < count; i++) {
            symbols[i] = first + i;
            sums[i] = count - i;
        }
    }

    int total() {
        return sums[0];
    }

    /** The place whose part of the total {@code point} lies in. */
    int find(int point) {
        int place = 0;
        while (place < symbols.length - 1 && sums[place + 1] > point) {
            place++;
        }
        return place;
    }

    int symbol(int place) {
        return symbols[place];
    }

    int sum(int place) {
        return sums[place];
    }

    /** The symbol at {@code place} came. */
    void learn(int place) {
        for (int i = 0; i <= place; i++) {
            sums[i] += STEP;
        }
        if (sums[0] <= MOST) {
            return;
        }
        if (--untilSorted > 0) {
            halve();
        } else {
            untilSorted = HALVINGS;
            sort();
        }
    }

    private void halve() {
        for (int i = symbols.length - 1; i >= 0; i--) {
            sums[i] = Math.max(sums[i] >> 1, sums[i + 1] + 1);
        }
    }

    /** By how often they came. The order in which equal ones end is part of the format: each is changed with a greater one. */
    private void sort() {
        int[] counts = new int[symbols.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = sums[i] - sums[i + 1] + 1 >> 1;
        }
        for (int i = 0; i < counts.length - 1; i++) {
            for (int j = i + 1; j < counts.length; j++) {
                if (counts[i] < counts[j]) {
                    swap(counts, i, j);
                    swap(symbols, i, j);
                }
            }
        }
        Arrays.fill(sums, 0);
        for (int i = counts.length - 1; i >= 0; i--) {
            sums[i] = counts[i] + sums[i + 1];
        }
    }

    private static void swap(int[] values, int one, int other) {
        int value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
