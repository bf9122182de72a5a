package jp.kiyome.image.tiff;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;

/** Lays out a directory in a byte order: entries in order of their tags, long values behind them (TIFF 6.0 section 2). Not for sharing. */
final class DirectoryWriter {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    private record Entry(int type, long count, Bytes value) {}

    private final boolean bigEndian;
    private final SortedMap<Integer, Entry> entries = new TreeMap<>();

    DirectoryWriter(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    private void u16(ByteWriter bytes, int value) {
        if (bigEndian) {
            bytes.u16be(value);
        } else {
            bytes.u16le(value);
        }
    }

    private void u32(ByteWriter bytes, long value) {
        if (bigEndian) {
            bytes.u32be(value);
        } else {
            bytes.u32le(value);
        }
    }

    DirectoryWriter shorts(int tag, List<Integer> values) {
        ByteWriter bytes = new ByteWriter();
        values.forEach(value -> u16(bytes, value));
        return put(tag, SHORT, values.size(), bytes);
    }

    DirectoryWriter longs(int tag, List<Long> values) {
        ByteWriter bytes = new ByteWriter();
        values.forEach(value -> u32(bytes, value));
        return put(tag, LONG, values.size(), bytes);
    }

    DirectoryWriter ratios(int tag, List<Page.Ratio> values) {
        ByteWriter bytes = new ByteWriter();
        for (Page.Ratio value : values) {
            u32(bytes, value.numerator());
            u32(bytes, value.denominator());
        }
        return put(tag, RATIONAL, values.size(), bytes);
    }

    DirectoryWriter ratio(int tag, Page.Ratio value) {
        return ratios(tag, List.of(value));
    }

    DirectoryWriter bytes(int tag, Bytes value) {
        return put(tag, UNDEFINED, value.length(), new ByteWriter().bytes(value));
    }

    private DirectoryWriter put(int tag, int type, long count, ByteWriter bytes) {
        entries.put(tag, new Entry(type, count, Bytes.of(bytes.toByteArray())));
        return this;
    }

    /** Bytes of the directory and its values; an even number. */
    long size() {
        long size = 2 + 12L * entries.size() + 4;
        for (Entry entry : entries.values()) {
            size += outside(entry);
        }
        return size;
    }

    private static long outside(Entry entry) {
        int length = entry.value().length();
        return length > 4 ? length + length % 2 : 0;
    }

    /** The directory as it stands at {@code offset}, followed by the one at {@code next}, or by none when that is 0. */
    byte[] at(long offset, long next) {
        ByteWriter head = new ByteWriter();
        u16(head, entries.size());
        ByteWriter values = new ByteWriter();
        long valuesAt = offset + 2 + 12L * entries.size() + 4;
        entries.forEach((tag, entry) -> {
            u16(head, tag);
            u16(head, entry.type());
            u32(head, entry.count());
            if (entry.value().length() > 4) {
                u32(head, valuesAt + values.size());
                values.bytes(entry.value()).bytes(new byte[entry.value().length() % 2]);
            } else {
                head.bytes(entry.value()).bytes(new byte[4 - entry.value().length()]);
            }
        });
        u32(head, next);
        return head.bytes(values.toByteArray()).toByteArray();
    }
}
