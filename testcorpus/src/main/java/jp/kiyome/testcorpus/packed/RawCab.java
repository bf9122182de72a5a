package jp.kiyome.testcorpus.packed;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.testcorpus.zip.Bytes;
import jp.kiyome.testcorpus.zip.Deflate;

/** A cabinet of one folder in the making ([MS-CAB]), honest until told to lie. */
public final class RawCab {

    public static final int STORED = 0;
    public static final int MSZIP = 1;

    /** Of level 1, with a window of 32 KiB. */
    public static final int QUANTUM = 2 | 1 << 4 | 15 << 8;

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final int BLOCK = 1 << 15;
    private static final int VERSION = 0x0103;

    private final int packing;
    private final List<Entry> entries = new ArrayList<>();
    private QuantumPacker quantum = new QuantumPacker(15);
    private byte[] folder = {};
    private byte[] reserve = {};
    private byte[] gap = {};
    private byte[] behind = {};
    private int flags;
    private int checksumMore;

    private record Entry(String name, int size, int at) {}

    public RawCab(int packing) {
        this.packing = packing;
    }

    public RawCab file(String name, byte[] data) {
        entries.add(new Entry(name, data.length, folder.length));
        return bytes(data);
    }

    /** Bytes of the folder that belong to no file. */
    public RawCab bytes(byte[] data) {
        int at = folder.length;
        folder = Arrays.copyOf(folder, at + data.length);
        System.arraycopy(data, 0, folder, at, data.length);
        return this;
    }

    /** A file that claims any bytes of the folder. */
    public RawCab claim(String name, int at, int size) {
        entries.add(new Entry(name, size, at));
        return this;
    }

    /** What the program that makes cabinets keeps for itself. */
    public RawCab reserve(byte[] data) {
        reserve = data;
        flags |= 4;
        return this;
    }

    /** Bytes between the listing and the data. */
    public RawCab gap(byte[] data) {
        gap = data;
        return this;
    }

    public RawCab behind(byte[] data) {
        behind = data;
        return this;
    }

    /** Goes on in another cabinet. */
    public RawCab goesOn() {
        flags |= 2;
        return this;
    }

    public RawCab checksum(int more) {
        checksumMore = more;
        return this;
    }

    public byte[] toArray() {
        Bytes listing = new Bytes();
        for (Entry entry : entries) {
            listing.u32(entry.size).u32(entry.at).u16(0).u16(0x5A21).u16(0x6000).u16(0x20);
            listing.raw(entry.name.getBytes(CP932)).octets(0);
        }
        Bytes data = new Bytes();
        quantum = new QuantumPacker(15);
        int blocks = 0;
        for (int at = 0; at < folder.length; at += BLOCK, blocks++) {
            block(data, Arrays.copyOfRange(folder, at, Math.min(folder.length, at + BLOCK)));
        }
        int header = 36 + ((flags & 4) != 0 ? 4 + reserve.length : 0) + ((flags & 2) != 0 ? 2 : 0);
        int listingAt = header + 8;
        int dataAt = listingAt + listing.size() + gap.length;
        Bytes out = new Bytes().ascii("MSCF").u32(0).u32(dataAt + data.size()).u32(0);
        out.u32(listingAt)
                .u32(0)
                .u16(VERSION)
                .u16(1)
                .u16(entries.size())
                .u16(flags)
                .u16(7)
                .u16(0);
        if ((flags & 4) != 0) {
            out.u16(reserve.length).octets(0, 0).raw(reserve);
        }
        if ((flags & 2) != 0) {
            out.octets(0, 0);
        }
        out.u32(dataAt).u16(blocks).u16(packing);
        return out.raw(listing.toArray())
                .raw(gap)
                .raw(data.toArray())
                .raw(behind)
                .toArray();
    }

    /** Each block of MSZIP may stand alone: nothing in it need reach back. */
    private void block(Bytes data, byte[] plain) {
        byte[] packed =
                switch (packing) {
                    case MSZIP ->
                        new Bytes().ascii("CK").raw(Deflate.squeezed(plain)).toArray();
                    case QUANTUM -> quantum.block(plain);
                    default -> plain;
                };
        int sizes = packed.length | plain.length << 16;
        data.u32(sum(packed) ^ sizes + checksumMore)
                .u16(packed.length)
                .u16(plain.length)
                .raw(packed);
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        int i = 0;
        for (; i + 4 <= bytes.length; i += 4) {
            sum ^= bytes[i] & 0xFF | (bytes[i + 1] & 0xFF) << 8 | (bytes[i + 2] & 0xFF) << 16 | bytes[i + 3] << 24;
        }
        int rest = 0;
        for (; i < bytes.length; i++) {
            rest = rest << 8 | bytes[i] & 0xFF;
        }
        return sum ^ rest;
    }
}
