package jp.kiyome.image.webp.lossy;

import java.util.Arrays;

/** How one macroblock is predicted (RFC 6386 sections 10 and 11.2 to 11.4): read, and written again with the same fixed probabilities. Not for sharing. */
final class Prediction {

    private static final int DC = 0;
    private static final int TRUE_MOTION = 1;
    private static final int VERTICAL = 2;
    private static final int HORIZONTAL = 3;

    private static final int SUBBLOCKS = 145;

    /** Section 8.1: positive entries lead on, others end at the mode that is their negative. */
    private static final int[] SUBMODE_TREE = {
        -DC, 2, -TRUE_MOTION, 4, -VERTICAL, 6, 8, 12, -HORIZONTAL, 10, -5, -6, -4, 14, -7, 16, -8, -9
    };

    private final boolean mapped;
    private final int[] tree = new int[3];
    private final int[] above;
    private final int[] left = new int[4];
    private final int[] items = new int[2 * 16 * 9 + 16];
    private int count;
    private int segment;
    private boolean subblocks;

    Prediction(FrameHeader header, int columns) {
        mapped = header.segments().map();
        for (int i = 0; i < 3; i++) {
            tree[i] = header.segments().tree().at(i);
        }
        above = new int[4 * columns];
    }

    void startRow() {
        Arrays.fill(left, DC);
    }

    void readSegment(BoolDecoder in) {
        count = 0;
        segment = mapped ? in.bit(tree[0]) == 0 ? in.bit(tree[1]) : 2 + in.bit(tree[2]) : 0;
    }

    void readModes(BoolDecoder in, int column) {
        subblocks = bit(in, SUBBLOCKS) == 0;
        if (subblocks) {
            readSubmodes(in, 4 * column);
        } else {
            int mode = bit(in, 156) == 1
                    ? bit(in, 128) == 1 ? TRUE_MOTION : HORIZONTAL
                    : bit(in, 163) == 1 ? VERTICAL : DC;
            Arrays.fill(left, mode);
            Arrays.fill(above, 4 * column, 4 * column + 4, mode);
        }
        if (bit(in, 142) == 1 && bit(in, 114) == 1) {
            bit(in, 183);
        }
    }

    private void readSubmodes(BoolDecoder in, int top) {
        for (int y = 0; y < 4; y++) {
            for (int x = top; x < top + 4; x++) {
                int row = (above[x] * 10 + left[y]) * 9;
                int node = 0;
                do {
                    node = SUBMODE_TREE[node + bit(in, Vp8Tables.SUBMODES[row + node / 2])];
                } while (node > 0);
                above[x] = -node;
                left[y] = -node;
            }
        }
    }

    private int bit(BoolDecoder in, int probability) {
        int bit = in.bit(probability);
        items[count++] = probability << 1 | bit;
        return bit;
    }

    /** 0 to 3; 0 where there is no map. */
    int segment() {
        return segment;
    }

    /** Whether each of the sixteen luma subblocks has a mode of its own (B_PRED). */
    boolean subblocks() {
        return subblocks;
    }

    /** Writes the modes, not the segment. */
    void write(BoolEncoder out) {
        for (int i = 0; i < count; i++) {
            out.bit(items[i] & 1, items[i] >> 1);
        }
    }
}
