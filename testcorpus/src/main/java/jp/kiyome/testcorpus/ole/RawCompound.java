package jp.kiyome.testcorpus.ole;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.testcorpus.zip.Bytes;

/**
 * Makes a compound file ([MS-CFB]) with all streams in sectors of their own: shorter ones are filled up with zeros to the size at
 * which streams leave the mini stream. Knows nothing of the engine. Names of one length only need to differ in case.
 */
public final class RawCompound {

    private static final int SECTOR = 512;
    private static final int CUTOFF = 4096;
    private static final long FREE = 0xFFFFFFFFL;
    private static final long END = 0xFFFFFFFEL;
    private static final long FAT = 0xFFFFFFFDL;

    // Nobody compares two entries.
    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(String name, boolean storage, byte[] bytes) {}

    private final List<Entry> entries = new ArrayList<>();
    private byte[] slack = new byte[0];
    private byte[] freeSector = new byte[0];
    private long time;

    /** A stream. */
    public RawCompound stream(String name, byte[] bytes) {
        entries.add(new Entry(name, false, bytes));
        return this;
    }

    /** A storage with nothing in it. */
    public RawCompound storage(String name) {
        entries.add(new Entry(name, true, new byte[0]));
        return this;
    }

    /** Bytes behind the end of the last stream, in its last sector. */
    public RawCompound slack(byte[] bytes) {
        slack = bytes;
        return this;
    }

    /** Bytes in a sector that nothing uses. */
    public RawCompound freeSector(byte[] bytes) {
        freeSector = bytes;
        return this;
    }

    /** When the root was changed. */
    public RawCompound time(long fileTime) {
        time = fileTime;
        return this;
    }

    public byte[] toArray() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> a.name().length() != b.name().length()
                ? Integer.compare(a.name().length(), b.name().length())
                : a.name().compareToIgnoreCase(b.name()));
        int directory = (sorted.size() + 1 + 3) / 4;
        int streams = sorted.stream().mapToInt(entry -> sectors(entry.bytes())).sum();
        int free = freeSector.length > 0 ? 1 : 0;
        int fats = 1;
        while (fats * SECTOR / 4 < fats + directory + streams + free) {
            fats++;
        }
        Bytes out = header(fats);
        out.raw(fat(fats, directory, sorted));
        out.raw(directory(sorted, fats + directory, directory));
        for (int i = 0; i < sorted.size(); i++) {
            stream(out, sorted.get(i).bytes(), i == sorted.size() - 1);
        }
        return free == 0
                ? out.toArray()
                : out.raw(Arrays.copyOf(freeSector, SECTOR)).toArray();
    }

    private static int sectors(byte[] bytes) {
        return bytes.length == 0 ? 0 : (Math.max(CUTOFF, bytes.length) + SECTOR - 1) / SECTOR;
    }

    private void stream(Bytes out, byte[] bytes, boolean last) {
        byte[] whole = Arrays.copyOf(bytes, sectors(bytes) * SECTOR);
        if (last && slack.length > 0) {
            System.arraycopy(slack, 0, whole, whole.length - slack.length, slack.length);
        }
        out.raw(whole);
    }

    private static Bytes header(int fats) {
        Bytes out = new Bytes().octets(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        out.raw(new byte[16]).u16(0x3E).u16(3).u16(0xFFFE).u16(9).u16(6).raw(new byte[10]);
        out.u32(fats).u32(fats).u32(0).u32(CUTOFF).u32(END).u32(0).u32(END).u32(0);
        for (int i = 0; i < 109; i++) {
            out.u32(i < fats ? i : FREE);
        }
        return out;
    }

    private static byte[] fat(int fats, int directory, List<Entry> sorted) {
        Bytes out = new Bytes();
        for (int i = 0; i < fats; i++) {
            out.u32(FAT);
        }
        int at = chain(out, fats, directory);
        for (Entry entry : sorted) {
            at = chain(out, at, sectors(entry.bytes()));
        }
        while (out.size() < fats * SECTOR) {
            out.u32(FREE);
        }
        return out.toArray();
    }

    private static int chain(Bytes out, int from, int count) {
        for (int i = 1; i < count; i++) {
            out.u32(from + i);
        }
        if (count > 0) {
            out.u32(END);
        }
        return from + count;
    }

    private byte[] directory(List<Entry> sorted, int first, int sectors) {
        Bytes out = new Bytes();
        entry(out, "Root Entry", 5, FREE, FREE, sorted.isEmpty() ? FREE : 1 + sorted.size() / 2, END, 0);
        int at = first;
        for (int i = 0; i < sorted.size(); i++) {
            Entry entry = sorted.get(i);
            long[] sides = sides(i, 0, sorted.size() - 1, sorted.size());
            int size = entry.storage() ? 0 : Math.max(entry.bytes().length == 0 ? 0 : CUTOFF, entry.bytes().length);
            long start = entry.storage() ? 0 : size == 0 ? END : at;
            entry(out, entry.name(), entry.storage() ? 1 : 2, sides[0], sides[1], FREE, start, size);
            at += sectors(entry.bytes());
        }
        while (out.size() < sectors * SECTOR) {
            out.raw(new byte[68]).u32(FREE).u32(FREE).u32(FREE).raw(new byte[48]);
        }
        return out.toArray();
    }

    /** The two neighbours of an entry in a tree whose root is the middle of the whole. */
    private static long[] sides(int wanted, int from, int to, int count) {
        int low = from;
        int high = to;
        int middle = count / 2;
        while (middle != wanted) {
            if (wanted < middle) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
            middle = low + (high - low) / 2;
        }
        return new long[] {side(low, middle - 1), side(middle + 1, high)};
    }

    private static long side(int low, int high) {
        return low > high ? FREE : 1 + low + (high - low) / 2;
    }

    private void entry(Bytes out, String name, int kind, long left, long right, long child, long start, int size) {
        byte[] text = name.getBytes(StandardCharsets.UTF_16LE);
        out.raw(Arrays.copyOf(text, 64)).u16(text.length + 2).octets(kind, 1);
        out.u32(left).u32(right).u32(child).raw(new byte[20]).raw(new byte[8]);
        long changed = kind == 5 ? time : 0;
        out.u32(changed).u32(changed >>> 32).u32(start).u32(size).u32(0);
    }
}
