package jp.kiyome.container.cfb;

import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;

/**
 * Writes compound files in one way only: version 3, sectors in a fixed order without a free one, balanced trees, no times, all
 * slack zero. The same entries give the same bytes.
 *
 * <p>Not thread-safe.
 */
public final class WrittenCompound {

    /** As every program writes it ([MS-CFB] 2.2). */
    private static final int MINOR_VERSION = 0x3E;

    private static final int NUMBERS_IN_SECTOR = NewLayout.SECTOR / 4;

    private final List<NewDirectory.Node> nodes;
    private final NewLayout layout;
    private final LittleEndianOutput out;

    private WrittenCompound(NewEntry.Storage root, Sink sink) {
        this.nodes = new NewDirectory(root).nodes();
        this.layout = new NewLayout(nodes);
        this.out = new LittleEndianOutput(sink);
    }

    /**
     * Writes a whole file.
     *
     * @param root its name does not count: the root has a name of its own
     * @throws jp.kiyome.core.finding.Refusal with {@code cfb.too-large} when the file would pass the 2 GiB of version 3
     */
    public static void write(NewEntry.Storage root, Sink sink) {
        NewEntry.Storage named = new NewEntry.Storage(NewDirectory.ROOT_NAME, root.classId(), root.entries());
        new WrittenCompound(named, sink).write();
    }

    private void write() {
        header();
        fat();
        difat();
        directory();
        miniFat();
        long mini = 0;
        for (Content content : contents(true)) {
            out.padded(content, NewLayout.MINI_SECTOR);
            mini += NewLayout.up(content.size(), NewLayout.MINI_SECTOR) * NewLayout.MINI_SECTOR;
        }
        out.fill(0, NewLayout.up(mini, NewLayout.SECTOR) * NewLayout.SECTOR - mini);
        contents(false).forEach(content -> out.padded(content, NewLayout.SECTOR));
    }

    private void header() {
        out.i64(Header.SIGNATURE);
        out.fill(0, 16);
        out.u16(MINOR_VERSION);
        out.u16(3);
        out.u16(Header.BYTE_ORDER);
        out.u16(9);
        out.u16(Header.MINI_SHIFT);
        out.fill(0, 10);
        out.i32(layout.fatSectors);
        out.i32(layout.directory);
        out.i32(0);
        out.i32(Header.MINI_CUTOFF);
        out.i32(layout.miniFatSectors == 0 ? Allocation.END_OF_CHAIN : layout.miniFat);
        out.i32(layout.miniFatSectors);
        out.i32(layout.difatSectors == 0 ? Allocation.END_OF_CHAIN : layout.fatSectors);
        out.i32(layout.difatSectors);
        fatNumbers(0, Header.DIFAT_ENTRIES);
    }

    /** Numbers of the FAT's sectors, which stand at the beginning of the file. */
    private void fatNumbers(int from, int count) {
        for (int i = from; i < from + count; i++) {
            out.i32(i < layout.fatSectors ? i : Allocation.FREE);
        }
    }

    private void fat() {
        special(Allocation.FAT_SECTOR, layout.fatSectors);
        special(Allocation.DIFAT_SECTOR, layout.difatSectors);
        chain(layout.directory, layout.directorySectors);
        chain(layout.miniFat, layout.miniFatSectors);
        chain(layout.miniStream, layout.streams - layout.miniStream);
        int at = layout.streams;
        for (Content content : contents(false)) {
            int sectors = (int) NewLayout.up(content.size(), NewLayout.SECTOR);
            chain(at, sectors);
            at += sectors;
        }
        special(Allocation.FREE, layout.fatSectors * NUMBERS_IN_SECTOR - layout.sectors);
    }

    private void special(int value, int count) {
        for (int i = 0; i < count; i++) {
            out.i32(value);
        }
    }

    private void chain(int first, int count) {
        for (int i = 1; i < count; i++) {
            out.i32(first + i);
        }
        special(Allocation.END_OF_CHAIN, Math.min(count, 1));
    }

    private void difat() {
        int perSector = NUMBERS_IN_SECTOR - 1;
        for (int i = 0; i < layout.difatSectors; i++) {
            fatNumbers(Header.DIFAT_ENTRIES + i * perSector, perSector);
            boolean last = i == layout.difatSectors - 1;
            out.i32(last ? Allocation.END_OF_CHAIN : layout.fatSectors + i + 1);
        }
    }

    private void directory() {
        int mini = 0;
        int sector = layout.streams;
        for (NewDirectory.Node node : nodes) {
            long size = NewLayout.size(node.entry);
            boolean isRoot = node == nodes.getFirst();
            boolean small = size < Header.MINI_CUTOFF;
            int start = small ? mini : sector;
            boolean stream = node.entry instanceof NewEntry.Stream;
            if (isRoot) {
                start = layout.miniStreamSize == 0 ? Allocation.END_OF_CHAIN : layout.miniStream;
            } else if (size == 0) {
                start = stream ? Allocation.END_OF_CHAIN : 0;
            }
            entry(node, isRoot ? RawEntry.ROOT : stream ? RawEntry.STREAM : RawEntry.STORAGE);
            out.i32(start);
            out.i64(isRoot ? layout.miniStreamSize : size);
            mini += small ? (int) NewLayout.up(size, NewLayout.MINI_SECTOR) : 0;
            sector += small ? 0 : (int) NewLayout.up(size, NewLayout.SECTOR);
        }
        int perSector = NewLayout.SECTOR / RawEntry.SIZE;
        for (int i = nodes.size(); i < layout.directorySectors * perSector; i++) {
            unused();
        }
    }

    private void entry(NewDirectory.Node node, int kind) {
        String name = node.entry.name();
        if (name.isEmpty() || name.length() * 2 + 2 > RawEntry.NAME_BYTES) {
            throw new IllegalArgumentException("no name for an entry: " + name);
        }
        out.utf16(name);
        out.fill(0, RawEntry.NAME_BYTES - name.length() * 2L);
        out.u16(name.length() * 2 + 2);
        out.u8(kind);
        out.u8(node.color);
        out.i32(node.left);
        out.i32(node.right);
        out.i32(node.child);
        out.guid(node.classId());
        out.fill(0, 4 + 8 + 8);
    }

    private void unused() {
        out.fill(0, RawEntry.NAME_BYTES + 2 + 1 + 1);
        out.fill(0xFF, 12);
        out.fill(0, RawEntry.SIZE - RawEntry.NAME_BYTES - 4 - 12);
    }

    private void miniFat() {
        int at = 0;
        for (Content content : contents(true)) {
            int sectors = (int) NewLayout.up(content.size(), NewLayout.MINI_SECTOR);
            chain(at, sectors);
            at += sectors;
        }
        special(Allocation.FREE, layout.miniFatSectors * NUMBERS_IN_SECTOR - at);
    }

    /** The contents of the streams in the mini stream, or of all others, in the order of the directory. */
    private List<Content> contents(boolean small) {
        return nodes.stream()
                .map(node -> node.entry)
                .filter(NewEntry.Stream.class::isInstance)
                .map(entry -> ((NewEntry.Stream) entry).content())
                .filter(content -> content.size() < Header.MINI_CUTOFF == small)
                .toList();
    }
}
