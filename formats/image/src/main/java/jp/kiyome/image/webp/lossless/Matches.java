package jp.kiyome.image.webp.lossless;

import java.util.Arrays;
import jp.kiyome.core.limit.Budget;

/** What repeats in an image: runs of literals and the copies between them, found by hash chains, greedily. Not for sharing. */
final class Matches {

    private static final int HASH_BITS = 16;
    private static final int WINDOW = 1 << 18;
    private static final int CHAIN = 32;
    private static final int GOOD = 64;
    private static final int LEAST = 3;

    private final int[] pixels;
    private final int[] head = new int[1 << HASH_BITS];
    private final int[] previous;
    private final int width;
    private int[] items = new int[1024];
    private int count;
    private int bestLength;
    private int bestDistance;

    private Matches(int[] pixels, int width) {
        this.pixels = pixels;
        this.width = width;
        this.previous = new int[Math.min(WINDOW, Integer.highestOneBit(Math.max(1, pixels.length)) * 2)];
        Arrays.fill(head, -1);
    }

    static Matches of(int[] pixels, int width, Budget budget) {
        Matches matches = new Matches(pixels, width);
        matches.find(budget);
        return matches;
    }

    /** Takes pixels and copies in their order. */
    interface Visitor {

        void literal(int argb);

        /**
         * Takes pixels that stand before.
         *
         * @param at index of the first pixel that the copy makes
         */
        void copy(int at, int length, int distance);
    }

    void forEach(Visitor visitor) {
        int at = 0;
        for (int i = 0; i < count; i += 3) {
            for (int end = at + items[i]; at < end; at++) {
                visitor.literal(pixels[at]);
            }
            if (items[i + 1] > 0) {
                visitor.copy(at, items[i + 1], items[i + 2]);
                at += items[i + 1];
            }
        }
    }

    private void find(Budget budget) {
        int literals = 0;
        int sinceCheck = 0;
        for (int at = 0; at < pixels.length; ) {
            if (++sinceCheck > 1 << 14) {
                budget.checkTime();
                sinceCheck = 0;
            }
            search(at);
            if (bestLength >= LEAST) {
                add(literals, bestLength, bestDistance);
                literals = 0;
                for (int end = at + bestLength; at < end; at++) {
                    insert(at);
                }
            } else {
                insert(at++);
                literals++;
            }
        }
        add(literals, 0, 0);
    }

    private void add(int literals, int length, int distance) {
        if (count + 3 > items.length) {
            items = Arrays.copyOf(items, 2 * items.length);
        }
        items[count++] = literals;
        items[count++] = length;
        items[count++] = distance;
    }

    private void search(int at) {
        bestLength = 0;
        int most = Math.min(BackReference.MAX_LENGTH, pixels.length - at);
        if (most < LEAST) {
            return;
        }
        consider(at, 1, most);
        consider(at, width, most);
        int candidate = head[hash(at)];
        for (int steps = 0; candidate >= 0 && at - candidate < WINDOW && steps < CHAIN && bestLength < GOOD; steps++) {
            consider(at, at - candidate, most);
            int next = previous[candidate & previous.length - 1];
            candidate = next < candidate ? next : -1;
        }
        // a far copy of a few pixels costs as much as they do
        if (bestLength == LEAST && bestDistance > 1 << 10) {
            bestLength = 0;
        }
    }

    private void consider(int at, int distance, int most) {
        int from = at - distance;
        if (from < 0
                || (bestLength > 0 && (bestLength >= most || pixels[from + bestLength] != pixels[at + bestLength]))) {
            return;
        }
        int length = 0;
        while (length < most && pixels[from + length] == pixels[at + length]) {
            length++;
        }
        if (length > bestLength) {
            bestLength = length;
            bestDistance = distance;
        }
    }

    private void insert(int at) {
        if (at + 1 < pixels.length) {
            int hash = hash(at);
            previous[at & previous.length - 1] = head[hash];
            head[hash] = at;
        }
    }

    private int hash(int at) {
        int second = at + 1 < pixels.length ? pixels[at + 1] : 0;
        return (pixels[at] * 0x1E35A7BD ^ second * 0x9E3779B1) >>> 32 - HASH_BITS;
    }
}
