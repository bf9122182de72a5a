package jp.kiyome.container.packed;

import java.util.Arrays;

/**
 * A canonical prefix (Huffman) code: symbols of the same length in their order, shorter codes before longer ones. Made anew
 * with {@link #build} as often as a stream says.
 *
 * <p>Not thread-safe.
 */
public final class PrefixCode {

    /** Bits of the longest code. */
    public static final int LONGEST = 16;

    private static final int DIRECT = 10;

    private final short[] symbols;
    /** Symbol and length of a code by the {@link #DIRECT} bits it starts with; 0 where the code is longer or none. */
    private final int[] direct = new int[1 << DIRECT];
    /** One past the last code of a length, as {@link #LONGEST} bits. */
    private final int[] limit = new int[LONGEST + 1];
    /** What to add to a code of a length to find its symbol. */
    private final int[] base = new int[LONGEST + 1];

    private int longest;
    private int only = -1;

    /** @param most symbols that a code can have */
    public PrefixCode(int most) {
        this.symbols = new short[most];
    }

    /** A code of one symbol that takes no bits. */
    public void single(int symbol) {
        only = symbol;
    }

    /** The symbol where a code of no bits stands for it, or -1. */
    public int only() {
        return only;
    }

    /**
     * Makes the code in which symbol {@code i} has {@code lengths[from + i]} bits, none when zero.
     *
     * @return what part of all codes is in use: below {@code 1 << 16} the code is incomplete, above it is none at all and
     *     must not be used
     */
    public int build(byte[] lengths, int from, int count) {
        only = -1;
        int[] having = new int[LONGEST + 1];
        for (int i = 0; i < count; i++) {
            having[lengths[from + i]]++;
        }
        having[0] = 0;
        int code = 0;
        int index = 0;
        longest = 0;
        int[] next = new int[LONGEST + 1];
        for (int length = 1; length <= LONGEST; length++) {
            base[length] = index - (code >>> LONGEST - length);
            next[length] = index;
            code += having[length] << LONGEST - length;
            index += having[length];
            limit[length] = code;
            if (having[length] > 0) {
                longest = length;
            }
        }
        for (int i = 0; i < count; i++) {
            int length = lengths[from + i];
            if (length > 0) {
                symbols[next[length]++] = (short) i;
            }
        }
        if (code <= 1 << LONGEST) {
            fillDirect();
        }
        return code;
    }

    private void fillDirect() {
        int at = 0;
        for (int length = 1; length <= Math.min(DIRECT, longest); length++) {
            int end = limit[length] >>> LONGEST - DIRECT;
            for (; at < end; at++) {
                int symbol = symbols[base[length] + (at >>> DIRECT - length)];
                direct[at] = symbol << 5 | length;
            }
        }
        Arrays.fill(direct, at, direct.length, 0);
    }

    /** The next symbol; refused where no code fits. */
    public int read(BitReader in) {
        if (only >= 0) {
            return only;
        }
        int ahead = in.peek(LONGEST);
        int hit = direct[ahead >>> LONGEST - DIRECT];
        if (hit != 0) {
            in.skip(hit & 31);
            return hit >>> 5;
        }
        for (int length = DIRECT + 1; length <= longest; length++) {
            if (ahead < limit[length]) {
                in.skip(length);
                return symbols[base[length] + (ahead >>> LONGEST - length)];
            }
        }
        throw in.broken("no such code");
    }
}
