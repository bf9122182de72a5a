package jp.kiyome.testcorpus.ole;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import jp.kiyome.testcorpus.zip.Bytes;

/**
 * Makes a compound file ([MS-CFB]) with storages in storages and streams of every size: short ones stand in the mini stream. Knows
 * nothing of the engine.
 */
public final class RawTree {

    private static final int SECTOR = 512;
    private static final int MINI = 64;
    private static final int CUTOFF = 4096;
    private static final long FREE = 0xFFFFFFFFL;
    private static final long END = 0xFFFFFFFEL;
    private static final long FAT = 0xFFFFFFFDL;

    /** A storage, or a stream where there are bytes. */
    public sealed interface Node {
        String name();
    }

    // Nobody compares two nodes.
    @SuppressWarnings("ArrayRecordComponent")
    public record Stream(String name, byte[] bytes) implements Node {}

    /**
     * A storage.
     *
     * @param classId 16 bytes as they are stored, or none
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Storage(String name, byte[] classId, List<Node> children) implements Node {}

    private static final class Entry {
        private final Node node;
        private long left = FREE;
        private long right = FREE;
        private long child = FREE;
        private long start = END;

        private Entry(Node node) {
            this.node = node;
        }

        private byte[] bytes() {
            return node instanceof Stream stream ? stream.bytes() : new byte[0];
        }

        private boolean small() {
            return bytes().length > 0 && bytes().length < CUTOFF;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final byte[] slack;

    private RawTree(byte[] slack) {
        this.slack = slack;
    }

    /**
     * The file.
     *
     * @param slack bytes behind the last stream, in its last sector, which has room for them; may be none
     */
    public static byte[] of(Storage root, byte[] slack) {
        RawTree tree = new RawTree(slack);
        tree.entries.add(new Entry(new Storage("Root Entry", root.classId(), root.children())));
        tree.entries.getFirst().child = tree.below(root.children());
        return tree.file();
    }

    private long below(List<Node> children) {
        List<Node> sorted = new ArrayList<>(children);
        sorted.sort(Comparator.<Node>comparingInt(node -> node.name().length())
                .thenComparing(Node::name, String.CASE_INSENSITIVE_ORDER));
        int first = entries.size();
        sorted.forEach(node -> entries.add(new Entry(node)));
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i) instanceof Storage storage) {
                Entry entry = entries.get(first + i);
                entry.child = below(storage.children());
            }
        }
        return side(first, 0, sorted.size() - 1);
    }

    private long side(int first, int low, int high) {
        if (low > high) {
            return FREE;
        }
        int middle = (low + high) >>> 1;
        entries.get(first + middle).left = side(first, low, middle - 1);
        entries.get(first + middle).right = side(first, middle + 1, high);
        return (long) first + middle;
    }

    private byte[] file() {
        Bytes mini = new Bytes();
        Bytes miniFat = new Bytes();
        for (Entry entry : entries) {
            if (entry.small()) {
                entry.start = mini.size() / MINI;
                chain(miniFat, (int) entry.start, up(entry.bytes().length, MINI));
                mini.raw(Arrays.copyOf(entry.bytes(), up(entry.bytes().length, MINI) * MINI));
            }
        }
        int miniSize = mini.size();
        Bytes body = new Bytes();
        List<int[]> chains = new ArrayList<>();
        long miniStart = add(body, chains, mini.toArray(), 0);
        long miniFatStart = add(body, chains, miniFat.toArray(), 0xFF);
        for (Entry entry : entries) {
            if (entry.bytes().length >= CUTOFF) {
                entry.start = add(body, chains, entry.bytes(), 0);
            }
        }
        byte[] all = body.toArray();
        System.arraycopy(slack, 0, all, all.length - slack.length, slack.length);
        return whole(all, chains, new long[] {miniStart, miniSize, miniFatStart, up(miniFat.size(), SECTOR)});
    }

    /** Counted from the first sector of the body. */
    private static long add(Bytes body, List<int[]> chains, byte[] bytes, int fill) {
        if (bytes.length == 0) {
            return END;
        }
        int start = body.size() / SECTOR;
        byte[] padded = Arrays.copyOf(bytes, up(bytes.length, SECTOR) * SECTOR);
        Arrays.fill(padded, bytes.length, padded.length, (byte) fill);
        body.raw(padded);
        chains.add(new int[] {start, padded.length / SECTOR});
        return start;
    }

    private byte[] whole(byte[] body, List<int[]> chains, long[] mini) {
        int directory = up(entries.size(), 4);
        int sectors = directory + body.length / SECTOR;
        int fats = 1;
        while (fats * SECTOR / 4 < fats + sectors) {
            fats++;
        }
        int bodyAt = fats + directory;
        Bytes fat = new Bytes();
        for (int i = 0; i < fats; i++) {
            fat.u32(FAT);
        }
        chain(fat, fats, directory);
        chains.forEach(chain -> chain(fat, bodyAt + chain[0], chain[1]));
        while (fat.size() < fats * SECTOR) {
            fat.u32(FREE);
        }
        Bytes out = header(fats, mini[2] == END ? END : bodyAt + mini[2], mini[3]);
        out.raw(fat.toArray()).raw(directory(directory, bodyAt, mini));
        return out.raw(body).toArray();
    }

    private static Bytes header(int fats, long miniFat, long miniFats) {
        Bytes out = new Bytes().octets(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        out.raw(new byte[16]).u16(0x3E).u16(3).u16(0xFFFE).u16(9).u16(6).raw(new byte[10]);
        out.u32(fats)
                .u32(fats)
                .u32(0)
                .u32(CUTOFF)
                .u32(miniFat)
                .u32(miniFats)
                .u32(END)
                .u32(0);
        for (int i = 0; i < 109; i++) {
            out.u32(i < fats ? i : FREE);
        }
        return out;
    }

    private byte[] directory(int sectors, int bodyAt, long[] mini) {
        Bytes out = new Bytes();
        for (int i = 0; i < sectors * 4; i++) {
            if (i >= entries.size()) {
                out.raw(new byte[68]).u32(FREE).u32(FREE).u32(FREE).raw(new byte[48]);
                continue;
            }
            Entry entry = entries.get(i);
            boolean large = entry.bytes().length >= CUTOFF;
            byte[] name = entry.node.name().getBytes(StandardCharsets.UTF_16LE);
            boolean storage = entry.node instanceof Storage;
            out.raw(Arrays.copyOf(name, 64)).u16(name.length + 2).octets(i == 0 ? 5 : storage ? 1 : 2, 1);
            out.u32(entry.left).u32(entry.right).u32(entry.child);
            byte[] classId = entry.node instanceof Storage is ? is.classId() : new byte[0];
            out.raw(Arrays.copyOf(classId, 16)).raw(new byte[20]);
            long start = i == 0 ? mini[0] == END ? END : bodyAt + mini[0] : large ? bodyAt + entry.start : entry.start;
            out.u32(storage && i > 0 ? 0 : start)
                    .u32(i == 0 ? mini[1] : entry.bytes().length)
                    .u32(0);
        }
        return out.toArray();
    }

    private static void chain(Bytes table, int from, int count) {
        for (int i = 1; i < count; i++) {
            table.u32(from + (long) i);
        }
        if (count > 0) {
            table.u32(END);
        }
    }

    private static int up(int size, int unit) {
        return (size + unit - 1) / unit;
    }
}
