package jp.kiyome.image.webp.lossy;

import jp.kiyome.image.stream.Noise;

/** Reads the coefficient tokens of macroblocks (RFC 6386 section 13), decision by decision. Not for sharing. */
final class Tokens {

    /** Block types (4), bands (8), contexts (3), nodes of the token tree (11). */
    static final int PROBABILITIES = 4 * 8 * 3 * 11;

    private static final int LUMA_WITHOUT_DC = 0;
    private static final int LUMA_DC = 1;
    private static final int CHROMA = 2;
    private static final int LUMA_WITH_DC = 3;

    private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7};
    private static final int[][] CATEGORIES = {
        {159},
        {165, 145},
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };

    private final int[] probabilities;
    private final Noise noise;
    private final Decisions decisions = new Decisions();
    private final boolean[] above;
    private final boolean[] left = new boolean[9];
    private long values;

    /**
     * Of one picture.
     *
     * @param columns macroblocks in a row
     * @param noise for values of five and more, whose lowest bit is one of its own
     */
    Tokens(int[] probabilities, int columns, Noise noise) {
        this.probabilities = probabilities;
        this.noise = noise;
        this.above = new boolean[9 * columns];
    }

    static int index(int type, int band, int context) {
        return ((type * 8 + band) * 3 + context) * 11;
    }

    Decisions decisions() {
        return decisions;
    }

    void startRow() {
        java.util.Arrays.fill(left, false);
    }

    /** A macroblock without tokens: its neighbours see zeros (section 13.3); that of the luma DC stays where it has none. */
    void skip(int column, boolean subblocks) {
        int kept = subblocks ? 8 : 9;
        java.util.Arrays.fill(left, 0, kept, false);
        java.util.Arrays.fill(above, 9 * column, 9 * column + kept, false);
    }

    /** Reads one macroblock; returns whether any of its blocks holds a token but the end. */
    boolean read(BoolDecoder in, int column, boolean subblocks) {
        decisions.clear();
        int top = 9 * column;
        boolean any = false;
        if (!subblocks) {
            int context = (left[8] ? 1 : 0) + (above[top + 8] ? 1 : 0);
            boolean filled = block(in, LUMA_DC, 0, context);
            left[8] = filled;
            above[top + 8] = filled;
            any = filled;
        }
        int type = subblocks ? LUMA_WITH_DC : LUMA_WITHOUT_DC;
        any |= plane(in, type, subblocks ? 0 : 1, top, 0, 4);
        any |= plane(in, CHROMA, 0, top, 4, 2);
        any |= plane(in, CHROMA, 0, top, 6, 2);
        return any;
    }

    private boolean plane(BoolDecoder in, int type, int first, int top, int offset, int side) {
        boolean any = false;
        for (int y = offset; y < offset + side; y++) {
            for (int x = offset; x < offset + side; x++) {
                boolean filled = block(in, type, first, (left[y] ? 1 : 0) + (above[top + x] ? 1 : 0));
                left[y] = filled;
                above[top + x] = filled;
                any |= filled;
            }
        }
        return any;
    }

    /** Returns whether the block holds more than its end. */
    private boolean block(BoolDecoder in, int type, int first, int context) {
        int node = index(type, BANDS[first], context);
        if (decide(in, node) == 0) {
            return false;
        }
        int n = first;
        while (true) {
            int next = 0;
            if (decide(in, node + 1) == 1) {
                next = value(in, node);
            }
            if (++n == 16) {
                return true;
            }
            node = index(type, BANDS[n], next);
            if (next > 0 && decide(in, node) == 0) {
                return true;
            }
        }
    }

    /** A value that is not 0, and its sign; returns the context that it leaves. */
    private int value(BoolDecoder in, int node) {
        int context = 2;
        values++;
        if (decide(in, node + 2) == 0) {
            context = 1;
        } else if (decide(in, node + 3) == 0) {
            if (decide(in, node + 4) == 1) {
                decide(in, node + 5);
            }
        } else if (decide(in, node + 6) == 0) {
            extra(in, decide(in, node + 7));
        } else {
            int high = decide(in, node + 8);
            extra(in, 2 + 2 * high + decide(in, node + 9 + high));
        }
        fixed(in, 128);
        return context;
    }

    private void extra(BoolDecoder in, int category) {
        int[] bits = CATEGORIES[category];
        int value = category;
        for (int i = 0; i < bits.length; i++) {
            int bit = in.bit(bits[i]);
            value = value << 1 | bit;
            boolean last = i == bits.length - 1;
            decisions.fixed(bits[i], last && noise.on() ? noise.value(value, values) & 1 : bit);
        }
    }

    private int decide(BoolDecoder in, int index) {
        int bit = in.bit(probabilities[index]);
        decisions.coded(index, bit);
        return bit;
    }

    private void fixed(BoolDecoder in, int probability) {
        decisions.fixed(probability, in.bit(probability));
    }
}
