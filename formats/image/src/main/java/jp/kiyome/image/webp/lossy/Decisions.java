package jp.kiyome.image.webp.lossy;

import java.util.Arrays;

/** The token decisions of one macroblock, as they were read and before they are counted or written. Not for sharing. */
final class Decisions {

    /** Decisions below this are of the probability with that number; those above have a fixed one. */
    private static final int FIXED = Tokens.PROBABILITIES;

    private int[] items = new int[1024];
    private int count;

    void clear() {
        count = 0;
    }

    /** @param index of {@link Tokens#index} */
    void coded(int index, int bit) {
        add(index << 1 | bit);
    }

    void fixed(int probability, int bit) {
        add(FIXED + probability << 1 | bit);
    }

    private void add(int item) {
        if (count == items.length) {
            items = Arrays.copyOf(items, 2 * count);
        }
        items[count++] = item;
    }

    /** Adds to {@code counts}, two for each probability: zeros, ones. */
    void count(int[] counts) {
        for (int i = 0; i < count; i++) {
            if (items[i] >> 1 < FIXED) {
                counts[items[i]]++;
            }
        }
    }

    void write(BoolEncoder out, int[] probabilities) {
        for (int i = 0; i < count; i++) {
            int index = items[i] >> 1;
            out.bit(items[i] & 1, index < FIXED ? probabilities[index] : index - FIXED);
        }
    }
}
