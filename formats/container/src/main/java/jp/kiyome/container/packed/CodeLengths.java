package jp.kiyome.container.packed;

import java.util.Arrays;

/**
 * How long the codes of a {@link PrefixCode} should be for symbols that occur so often: Huffman's lengths, or where one
 * would be longer than {@link PrefixCode#LONGEST} a complete code close to them. The same counts give the same lengths.
 */
public final class CodeLengths {

    private CodeLengths() {}

    /**
     * Sets {@code lengths[i]} for each {@code counts[i]}; 0 where a symbol does not occur.
     *
     * @return how many symbols occur. Fewer than two have no code, and every length is 0
     */
    public static int of(int[] counts, byte[] lengths) {
        return of(counts, lengths, PrefixCode.LONGEST);
    }

    /**
     * The same where codes must be shorter still.
     *
     * @param longest bits of a code at most; so many codes must be enough for all symbols
     */
    public static int of(int[] counts, byte[] lengths, int longest) {
        Arrays.fill(lengths, (byte) 0);
        long[] sorted = new long[counts.length];
        int used = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                sorted[used++] = (long) counts[i] << 16 | i;
            }
        }
        if (used < 2) {
            return used;
        }
        Arrays.sort(sorted, 0, used);
        int[] having = limited(depths(sorted, used), used, longest);
        int next = used;
        for (int length = 1; length <= longest; length++) {
            for (int i = 0; i < having[length]; i++) {
                lengths[(int) sorted[--next] & 0xFFFF] = (byte) length;
            }
        }
        return used;
    }

    /** The code that canonical order gives each symbol. */
    public static int[] codes(byte[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= PrefixCode.LONGEST; length++) {
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == length) {
                    codes[i] = code++;
                }
            }
            code <<= 1;
        }
        return codes;
    }

    /** Depths of the leaves of Huffman's tree, those of the rarest first (A. Moffat and J. Katajainen, 1995). */
    private static int[] depths(long[] sorted, int used) {
        int[] tree = new int[used];
        for (int i = 0; i < used; i++) {
            tree[i] = (int) (sorted[i] >>> 16);
        }
        join(tree);
        tree[used - 2] = 0;
        for (int i = used - 3; i >= 0; i--) {
            tree[i] = tree[tree[i]] + 1;
        }
        int available = 1;
        int inner = used - 2;
        int leaf = used - 1;
        for (int depth = 0; available > 0; depth++) {
            int taken = 0;
            while (inner >= 0 && tree[inner] == depth) {
                taken++;
                inner--;
            }
            for (int i = available - taken; i > 0; i--) {
                tree[leaf--] = depth;
            }
            available = 2 * taken;
        }
        return tree;
    }

    /** Turns weights into the index of each inner node's parent. */
    private static void join(int[] tree) {
        int used = tree.length;
        int leaf = 0;
        int root = 0;
        for (int next = 0; next < used - 1; next++) {
            int weight = 0;
            for (int half = 0; half < 2; half++) {
                if (leaf >= used || root < next && tree[root] < tree[leaf]) {
                    weight += tree[root];
                    tree[root++] = next;
                } else {
                    weight += tree[leaf++];
                }
            }
            tree[next] = weight;
        }
    }

    private static int[] limited(int[] depths, int used, int longest) {
        int[] having = new int[longest + 1];
        long share = 0;
        for (int i = 0; i < used; i++) {
            int length = Math.min(depths[i], longest);
            having[length]++;
            share += 1L << longest - length;
        }
        // Each turn frees one of the longest codes' places: a shorter code is split in two, and one of them is used.
        while (share > 1L << longest) {
            int shorter = longest - 1;
            while (having[shorter] == 0) {
                shorter--;
            }
            having[longest]--;
            having[shorter]--;
            having[shorter + 1] += 2;
            share--;
        }
        return having;
    }
}
