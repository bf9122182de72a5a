package jp.kiyome.archive.lha;

import jp.kiyome.container.packed.BitReader;

/**
 * The code of -lh1-, which changes with each symbol: a Huffman tree whose nodes stand in the order of their counts
 * (H. Yoshizaki, LZHUF, 1988). Not thread-safe.
 */
final class AdaptiveTree {

    /** Literals and match lengths 3 to 60. */
    static final int SYMBOLS = 256 + 58;

    private static final int NODES = 2 * SYMBOLS - 1;
    private static final int ROOT = NODES - 1;
    private static final int MOST = 0x8000;

    /** Counts by node; one more than there are, larger than all. */
    private final int[] counts = new int[NODES + 1];
    /** The first of a node's two children, which stand side by side; for a leaf {@link #NODES} and the symbol. */
    private final int[] child = new int[NODES];
    /** Parents by node, then of each symbol's leaf the leaf itself. */
    private final int[] parent = new int[NODES + SYMBOLS];

    AdaptiveTree() {
        for (int i = 0; i < SYMBOLS; i++) {
            counts[i] = 1;
            child[i] = i + NODES;
            parent[i + NODES] = i;
        }
        for (int i = 0, node = SYMBOLS; node <= ROOT; i += 2, node++) {
            counts[node] = counts[i] + counts[i + 1];
            child[node] = i;
            parent[i] = node;
            parent[i + 1] = node;
        }
        counts[NODES] = 0xFFFF;
    }

    int read(BitReader in) {
        int node = child[ROOT];
        while (node < NODES) {
            node = child[node + in.read(1)];
        }
        int symbol = node - NODES;
        count(symbol);
        return symbol;
    }

    private void count(int symbol) {
        if (counts[ROOT] == MOST) {
            halve();
        }
        int node = parent[symbol + NODES];
        while (true) {
            int count = ++counts[node];
            if (count > counts[node + 1]) {
                node = exchange(node, count);
            }
            if (node == ROOT) {
                return;
            }
            node = parent[node];
        }
    }

    /** Puts a node before those that count more; returns where it stands now. */
    private int exchange(int node, int count) {
        int other = node + 1;
        while (count > counts[other + 1]) {
            other++;
        }
        counts[node] = counts[other];
        counts[other] = count;
        int below = child[node];
        child[node] = child[other];
        child[other] = below;
        adopt(other);
        adopt(node);
        return other;
    }

    private void adopt(int node) {
        int below = child[node];
        parent[below] = node;
        if (below < NODES) {
            parent[below + 1] = node;
        }
    }

    /** Halves the counts of all symbols and builds the tree again. */
    private void halve() {
        int leaves = 0;
        for (int i = 0; i < NODES; i++) {
            if (child[i] >= NODES) {
                counts[leaves] = (counts[i] + 1) / 2;
                child[leaves++] = child[i];
            }
        }
        for (int i = 0, node = SYMBOLS; node < NODES; i += 2, node++) {
            int count = counts[i] + counts[i + 1];
            int place = node;
            while (count < counts[place - 1]) {
                place--;
            }
            System.arraycopy(counts, place, counts, place + 1, node - place);
            System.arraycopy(child, place, child, place + 1, node - place);
            counts[place] = count;
            child[place] = i;
        }
        for (int i = 0; i < NODES; i++) {
            adopt(i);
        }
    }
}
