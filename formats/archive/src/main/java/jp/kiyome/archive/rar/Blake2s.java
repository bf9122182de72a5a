package jp.kiyome.archive.rar;

import java.util.Arrays;

/** A node of the tree of BLAKE2sp: BLAKE2s (RFC 7693) with the parameters of the place. Not thread-safe. */
final class Blake2s {

    private static final int BLOCK = 64;

    private static final int[] START = {
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
    };

    /** Which word of the message comes when (RFC 7693, 2.7); a digit of each string is a word. */
    private static final String[] ORDER = {
        "0123456789abcdef",
        "ea489fd61c02b753",
        "b8c052fdae367194",
        "7931dcbe265a40f8",
        "905724afe1bc683d",
        "2c6a0b834d75fe19",
        "c51fed4a0763928b",
        "db7ec13950f4862a",
        "6fe9b308c2d714a5",
        "a2847615fb9e3cd0"
    };

    /** The four words that each of the eight mixes of a round takes. */
    private static final int[][] MIXES = {
        {0, 4, 8, 12}, {1, 5, 9, 13}, {2, 6, 10, 14}, {3, 7, 11, 15},
        {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13}, {3, 4, 9, 14}
    };

    private final int[] state = START.clone();
    private final byte[] block = new byte[BLOCK];
    private final boolean lastNode;
    private int filled;
    private long counted;

    /**
     * @param node place in its row
     * @param row 0 for leaves, 1 for the root
     * @param lastNode of the row
     */
    Blake2s(int node, int row, boolean lastNode) {
        this.lastNode = lastNode;
        // Digest of 32 bytes, no key, eight leaves, two rows; inner hashes of 32 bytes.
        state[0] ^= 32 | 8 << 16 | 2 << 24;
        state[2] ^= node;
        state[3] ^= row << 16 | 32 << 24;
    }

    void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == BLOCK) {
                counted += BLOCK;
                compress(false);
                filled = 0;
            }
            int count = Math.min(left, BLOCK - filled);
            System.arraycopy(bytes, at, block, filled, count);
            filled += count;
            at += count;
            left -= count;
        }
    }

    byte[] digest() {
        counted += filled;
        Arrays.fill(block, filled, BLOCK, (byte) 0);
        compress(true);
        byte[] digest = new byte[Blake2sp.LENGTH];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) (state[i / 4] >>> 8 * (i % 4));
        }
        return digest;
    }

    private void compress(boolean last) {
        int[] message = new int[16];
        for (int i = 0; i < BLOCK; i++) {
            message[i / 4] |= (block[i] & 0xFF) << 8 * (i % 4);
        }
        int[] v = new int[16];
        System.arraycopy(state, 0, v, 0, 8);
        System.arraycopy(START, 0, v, 8, 8);
        v[12] ^= (int) counted;
        v[13] ^= (int) (counted >>> 32);
        v[14] ^= last ? -1 : 0;
        v[15] ^= last && lastNode ? -1 : 0;
        for (String order : ORDER) {
            for (int i = 0; i < MIXES.length; i++) {
                int x = message[Character.digit(order.charAt(2 * i), 16)];
                int y = message[Character.digit(order.charAt(2 * i + 1), 16)];
                mix(v, MIXES[i], x, y);
            }
        }
        for (int i = 0; i < 8; i++) {
            state[i] ^= v[i] ^ v[i + 8];
        }
    }

    private static void mix(int[] v, int[] at, int x, int y) {
        int a = v[at[0]] + v[at[1]] + x;
        int d = Integer.rotateRight(v[at[3]] ^ a, 16);
        int c = v[at[2]] + d;
        int b = Integer.rotateRight(v[at[1]] ^ c, 12);
        a += b + y;
        d = Integer.rotateRight(d ^ a, 8);
        c += d;
        v[at[0]] = a;
        v[at[1]] = Integer.rotateRight(b ^ c, 7);
        v[at[2]] = c;
        v[at[3]] = d;
    }
}
