package jp.kiyome.testcorpus.xls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.zip.Bytes;

/** Writes compound files of streams below the root, with a place for what belongs to none of them. */
final class RawCompound {

    /** Sectors of the table that the header itself names. */
    private static final int MOST_TABLES = 109;

    private static final int SECTOR = 512;
    private static final int SMALL = 64;
    private static final int CUTOFF = 4096;
    private static final long FREE = 0xFFFFFFFFL;
    private static final long END = 0xFFFFFFFEL;
    private static final long FAT = 0xFFFFFFFDL;

    private final Map<String, byte[]> streams = new TreeMap<>(RawCompound::order);
    private byte[] freeSector = {};
    private byte[] slack = {};
    private byte[] smallSlack = {};

    /** Shorter names first, then by their letters in capitals (2.6.4). */
    private static int order(String one, String other) {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0
                ? byLength
                : one.toUpperCase(java.util.Locale.ROOT).compareTo(other.toUpperCase(java.util.Locale.ROOT));
    }

    RawCompound with(String name, byte[] bytes) {
        streams.put(name, bytes);
        return this;
    }

    /** A sector that belongs to nothing. */
    RawCompound freeSector(byte[] bytes) {
        freeSector = bytes;
        return this;
    }

    /** Bytes behind the end of the first large stream, in its last sector. */
    RawCompound slack(byte[] bytes) {
        slack = bytes;
        return this;
    }

    /** Bytes behind the end of the first small stream, in its last small sector. */
    RawCompound smallSlack(byte[] bytes) {
        smallSlack = bytes;
        return this;
    }

    private static int up(int size, int unit) {
        return (size + unit - 1) / unit;
    }

    byte[] file() {
        int tables = tables();
        List<Long> fat = new ArrayList<>(Collections.nCopies(tables, FAT));
        List<Long> miniFat = new ArrayList<>();
        Bytes mini = new Bytes();
        Bytes large = new Bytes();
        Map<String, Integer> starts = new TreeMap<>(RawCompound::order);
        int directorySectors = up((streams.size() + 1) * 128, SECTOR);
        chain(fat, directorySectors);
        int miniFatAt = fat.size();
        boolean small = streams.values().stream().anyMatch(stream -> stream.length < CUTOFF && stream.length > 0);
        if (small) {
            fat.add(END);
        }
        streams.forEach((name, stream) -> {
            if (stream.length < CUTOFF) {
                starts.put(name, miniFat.size());
                chain(miniFat, up(stream.length, SMALL));
                mini.raw(padded(stream, SMALL, smallSlack));
            }
        });
        int miniAt = fat.size();
        chain(fat, up(mini.size(), SECTOR));
        streams.forEach((name, stream) -> {
            if (stream.length >= CUTOFF) {
                starts.put(name, fat.size());
                chain(fat, up(stream.length, SECTOR));
                large.raw(padded(stream, SECTOR, slack));
            }
        });
        if (freeSector.length > 0) {
            fat.add(FREE);
        }
        Bytes out = new Bytes().octets(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        out.raw(new byte[16]).u16(0x3E).u16(3).u16(0xFFFE).u16(9).u16(6).raw(new byte[10]);
        out.u32(tables)
                .u32(tables)
                .u32(0)
                .u32(CUTOFF)
                .u32(small ? miniFatAt : END)
                .u32(small ? 1 : 0)
                .u32(END)
                .u32(0);
        for (int i = 0; i < tables; i++) {
            out.u32(i);
        }
        out.raw(filled(4 * (MOST_TABLES - tables)));
        numbers(out, fat, tables);
        directory(out, starts, mini.size() == 0 ? END : miniAt, mini.size());
        out.raw(new byte[directorySectors * SECTOR - (streams.size() + 1) * 128]);
        if (small) {
            numbers(out, miniFat, 1);
        }
        out.raw(padded(mini.toArray(), SECTOR, new byte[0])).raw(large.toArray());
        return out.raw(freeSector.length > 0 ? Arrays.copyOf(freeSector, SECTOR) : new byte[0])
                .toArray();
    }

    /** Sectors that the table of sectors itself takes. */
    private int tables() {
        int others = up((streams.size() + 1) * 128, SECTOR) + 2;
        int mini = 0;
        for (byte[] stream : streams.values()) {
            others += stream.length >= CUTOFF ? up(stream.length, SECTOR) : 0;
            mini += stream.length < CUTOFF ? up(stream.length, SMALL) * SMALL : 0;
        }
        others += up(mini, SECTOR);
        return (others + SECTOR / 4 - 2) / (SECTOR / 4 - 1);
    }

    private static void chain(List<Long> table, int count) {
        for (int i = 0; i < count; i++) {
            table.add(i == count - 1 ? END : table.size() + 1L);
        }
    }

    private static byte[] padded(byte[] stream, int unit, byte[] behind) {
        byte[] padded = Arrays.copyOf(stream, up(stream.length, unit) * unit);
        System.arraycopy(behind, 0, padded, stream.length, Math.min(behind.length, padded.length - stream.length));
        return padded;
    }

    private static void numbers(Bytes out, List<Long> table, int sectors) {
        if (table.size() > sectors * SECTOR / 4 || sectors > MOST_TABLES) {
            throw new IllegalStateException("more numbers than sectors for them");
        }
        table.forEach(out::u32);
        out.raw(filled(sectors * SECTOR - 4 * table.size()));
    }

    private static byte[] filled(int size) {
        byte[] filled = new byte[size];
        Arrays.fill(filled, (byte) -1);
        return filled;
    }

    /** Each entry has the next on its right, which is a tree too. */
    private void directory(Bytes out, Map<String, Integer> starts, long mini, int miniSize) {
        entry(out, "Root Entry", 5, FREE, streams.isEmpty() ? FREE : 1, mini, miniSize);
        int number = 1;
        for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
            number++;
            boolean last = number > streams.size();
            int size = stream.getValue().length;
            entry(
                    out,
                    stream.getKey(),
                    2,
                    last ? FREE : number,
                    FREE,
                    size == 0 ? END : starts.getOrDefault(stream.getKey(), 0),
                    size);
        }
    }

    private static void entry(Bytes out, String name, int kind, long right, long child, long start, int size) {
        byte[] text = name.getBytes(StandardCharsets.UTF_16LE);
        out.raw(Arrays.copyOf(text, 64))
                .u16(text.length + 2)
                .octets(kind, 1)
                .u32(FREE)
                .u32(right)
                .u32(child);
        out.raw(kind == 5 ? HexFormat.of().parseHex("2008020000000000C000000000000046") : new byte[16]);
        out.raw(new byte[20]).u32(start).u32(size).u32(0);
    }
}
