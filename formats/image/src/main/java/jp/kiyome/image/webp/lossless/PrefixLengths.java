package jp.kiyome.image.webp.lossless;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Lengths of the best prefix code for given counts (Huffman), none longer than a bound. Equal counts give equal lengths. Stateless. */
final class PrefixLengths {

    /** A leaf or a pair; {@code order} breaks ties so that the same counts always give the same tree. */
    private record Node(long count, int order, int symbol, int left, int right) {}

    private PrefixLengths() {}

    /** @param most the longest code allowed, in bits */
    static int[] of(int[] counts, int most) {
        long least = 1;
        while (true) {
            int[] lengths = unbounded(counts, least);
            int longest = 0;
            for (int length : lengths) {
                longest = Math.max(longest, length);
            }
            if (longest <= most) {
                return lengths;
            }
            // raising the rarest symbols flattens the tree; in the end all are equal
            least *= 2;
        }
    }

    private static int[] unbounded(int[] counts, long least) {
        PriorityQueue<Node> queue =
                new PriorityQueue<>(Comparator.comparingLong(Node::count).thenComparingInt(Node::order));
        Node[] nodes = new Node[2 * counts.length];
        int made = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                nodes[made] = new Node(Math.max(least, counts[symbol]), made, symbol, -1, -1);
                queue.add(nodes[made++]);
            }
        }
        while (queue.size() > 1) {
            Node a = queue.remove();
            Node b = queue.remove();
            nodes[made] = new Node(a.count() + b.count(), made, -1, a.order(), b.order());
            queue.add(nodes[made++]);
        }
        return depths(nodes, made, counts.length);
    }

    /** Children come before their parents, so one walk from the root down needs no stack. */
    private static int[] depths(Node[] nodes, int made, int symbols) {
        int[] lengths = new int[symbols];
        int[] depth = new int[made];
        for (int i = made - 1; i >= 0; i--) {
            Node node = nodes[i];
            if (node.symbol() >= 0) {
                lengths[node.symbol()] = Math.max(1, depth[i]);
            } else {
                depth[node.left()] = depth[i] + 1;
                depth[node.right()] = depth[i] + 1;
            }
        }
        return lengths;
    }
}
