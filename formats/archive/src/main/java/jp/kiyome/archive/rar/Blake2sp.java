package jp.kiyome.archive.rar;

/**
 * BLAKE2sp (RFC 7693 for BLAKE2s; J.-P. Aumasson and others, "BLAKE2", 2013, section 2.9 for the tree): eight leaves that
 * take blocks of 64 bytes in turn, and a root over their hashes. Not thread-safe.
 */
final class Blake2sp {

    static final int LENGTH = 32;

    private static final int LEAVES = 8;
    private static final int BLOCK = 64;

    private final Blake2s[] leaves = new Blake2s[LEAVES];
    private long position;

    Blake2sp() {
        for (int i = 0; i < LEAVES; i++) {
            leaves[i] = new Blake2s(i, 0, i == LEAVES - 1);
        }
    }

    void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            int count = (int) Math.min(left, BLOCK - position % BLOCK);
            leaves[(int) (position / BLOCK % LEAVES)].update(bytes, at, count);
            at += count;
            left -= count;
            position += count;
        }
    }

    byte[] digest() {
        Blake2s root = new Blake2s(0, 1, true);
        for (Blake2s leaf : leaves) {
            root.update(leaf.digest(), 0, LENGTH);
        }
        return root.digest();
    }
}
