package jp.kiyome.container.cfb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * The directory of a file to be written ([MS-CFB] 2.6): the root, then the entries of each storage in their order, storage
 * after storage. Every tree is balanced, so that it is a red-black tree when the entries of its last, partly filled level are
 * red.
 */
final class NewDirectory {

    static final String ROOT_NAME = "Root Entry";

    private static final int RED = 0;
    private static final int BLACK = 1;

    /** An entry and its place in the trees; {@link RawEntry#NONE} for no entry. */
    static final class Node {
        final NewEntry entry;
        int left = RawEntry.NONE;
        int right = RawEntry.NONE;
        int child = RawEntry.NONE;
        int color = BLACK;

        Node(NewEntry entry) {
            this.entry = entry;
        }

        UUID classId() {
            return switch (entry) {
                case NewEntry.Storage storage -> storage.classId();
                case NewEntry.Stream stream -> NewEntry.Storage.NO_CLASS;
            };
        }
    }

    private final List<Node> nodes = new ArrayList<>();

    NewDirectory(NewEntry.Storage root) {
        Deque<Node> open = new ArrayDeque<>();
        open.add(add(root));
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (node.entry instanceof NewEntry.Storage storage) {
                int first = nodes.size();
                sorted(storage).forEach(entry -> open.add(add(entry)));
                node.child = tree(first, nodes.size(), redLevel(nodes.size() - first));
            }
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    private Node add(NewEntry entry) {
        Node node = new Node(entry);
        nodes.add(node);
        return node;
    }

    private static List<NewEntry> sorted(NewEntry.Storage storage) {
        List<NewEntry> sorted = storage.entries().stream()
                .sorted(Comparator.comparing(NewEntry::name, NameOrder.INSTANCE))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (NameOrder.INSTANCE.compare(
                            sorted.get(i - 1).name(), sorted.get(i).name())
                    == 0) {
                throw new IllegalArgumentException("two entries of one name: " + storage.entries());
            }
        }
        return sorted;
    }

    /** How many full levels a balanced tree of so many entries has: the level below them is red. */
    private static int redLevel(int count) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count + 1);
    }

    private int tree(int from, int to, int levelsAboveRed) {
        if (from == to) {
            return RawEntry.NONE;
        }
        int middle = (from + to) >>> 1;
        Node node = nodes.get(middle);
        node.color = levelsAboveRed == 0 ? RED : BLACK;
        node.left = tree(from, middle, levelsAboveRed - 1);
        node.right = tree(middle + 1, to, levelsAboveRed - 1);
        return middle;
    }
}
