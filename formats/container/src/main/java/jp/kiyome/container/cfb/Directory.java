package jp.kiyome.container.cfb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import jp.kiyome.core.finding.Refusal;

/** The directory ([MS-CFB] 2.6): entries in sectors, and over them a search tree for each storage. Not thread-safe. */
final class Directory {

    /** Storages inside storages. Office nests a few; a document in a document begins anew. */
    static final int MOST_DEPTH = 32;

    private final Bytes in;
    private final Header header;
    private final SectorAllocation sectors;
    private final int[] chain;
    private final BitSet visited = new BitSet();
    private int times;

    Directory(Bytes in, Header header, SectorAllocation sectors, Claims claims) {
        this.in = in;
        this.header = header;
        this.sectors = sectors;
        this.chain = Chain.sectors(sectors, header.directory(), claims, "directory");
        for (int sector : chain) {
            sectors.whole(sector);
        }
    }

    /** Entries, used or not. */
    int size() {
        return Math.multiplyExact(chain.length, perSector());
    }

    private int perSector() {
        return sectors.unit() / RawEntry.SIZE;
    }

    private long at(int id) {
        return sectors.offset(chain[id / perSector()]) + (long) (id % perSector()) * RawEntry.SIZE;
    }

    RawEntry root() {
        if (size() == 0) {
            throw Refusal.of("cfb.directory", "no root");
        }
        RawEntry root = RawEntry.readRoot(in, at(0), header);
        if (root.kind() != RawEntry.ROOT || root.left() != RawEntry.NONE || root.right() != RawEntry.NONE) {
            throw Refusal.of("cfb.directory", "the root is none");
        }
        return root;
    }

    /** The whole tree; afterwards {@link #times} and {@link #lost} know what it met. */
    CompoundStorage tree() {
        visited.clear();
        visited.set(0);
        times = 0;
        return storage(root(), 0);
    }

    /** The names in the root's own tree, whatever is below. */
    List<String> rootNames() {
        visited.clear();
        visited.set(0);
        return inOrder(root().child()).stream().map(RawEntry::name).toList();
    }

    /** Entries that tell when they were made or changed. */
    int times() {
        return times;
    }

    /** Entries in use that the tree does not reach. */
    int lost() {
        int lost = 0;
        for (int id = visited.nextClearBit(0); id < size(); id = visited.nextClearBit(id + 1)) {
            lost += RawEntry.kind(in, at(id)) == RawEntry.UNUSED ? 0 : 1;
        }
        return lost;
    }

    private CompoundStorage storage(RawEntry storage, int depth) {
        if (depth > MOST_DEPTH) {
            throw Refusal.of("cfb.directory", "more than " + MOST_DEPTH + " storages deep");
        }
        times += storage.times() ? 1 : 0;
        List<CompoundEntry> entries = new ArrayList<>();
        for (RawEntry entry : inOrder(storage.child())) {
            entries.add(
                    switch (entry.kind()) {
                        case RawEntry.STORAGE -> storage(entry, depth + 1);
                        case RawEntry.STREAM -> stream(entry);
                        default -> throw Refusal.of("cfb.directory", "an entry of kind " + entry.kind());
                    });
        }
        return new CompoundStorage(storage.name(), storage.classId(), entries);
    }

    private CompoundStream stream(RawEntry entry) {
        times += entry.times() ? 1 : 0;
        if (entry.size() < 0 || entry.child() != RawEntry.NONE) {
            throw Refusal.of("cfb.directory", "a stream of " + entry.size() + " bytes");
        }
        return new CompoundStream(entry.name(), entry.size(), entry.start());
    }

    /**
     * Walks the tree of one storage from its least entry to its greatest; without recursion, for it may be as deep as it has
     * entries. Names that only ascend show that searching finds what walking shows, and that no two are one.
     */
    private List<RawEntry> inOrder(int top) {
        List<RawEntry> ordered = new ArrayList<>();
        Deque<RawEntry> open = new ArrayDeque<>();
        int next = top;
        while (next != RawEntry.NONE || !open.isEmpty()) {
            if (next != RawEntry.NONE) {
                RawEntry entry = visit(next);
                open.push(entry);
                next = entry.left();
            } else {
                RawEntry entry = open.pop();
                if (!ordered.isEmpty()
                        && NameOrder.INSTANCE.compare(ordered.getLast().name(), entry.name()) >= 0) {
                    throw Refusal.of("cfb.directory", "not in order: " + entry.name());
                }
                ordered.add(entry);
                next = entry.right();
            }
        }
        return ordered;
    }

    private RawEntry visit(int id) {
        if (id < 0 || id >= size() || visited.get(id)) {
            throw Refusal.of("cfb.directory", "entry " + id + " of " + size() + " leads nowhere new");
        }
        visited.set(id);
        return RawEntry.read(in, at(id), header);
    }
}
