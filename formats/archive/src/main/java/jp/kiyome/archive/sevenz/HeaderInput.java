package jp.kiyome.archive.sevenz;

import java.util.Arrays;
import java.util.BitSet;
import jp.kiyome.core.finding.Refusal;

/** Reads a header front to end. Whatever is counted must still be there: no number makes a large array. */
final class HeaderInput {

    private final byte[] bytes;
    private final int end;
    private int at;

    HeaderInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private HeaderInput(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    int left() {
        return end - at;
    }

    int u8() {
        require(1);
        return bytes[at++] & 0xFF;
    }

    long u32() {
        return little(4);
    }

    long u64() {
        return little(8);
    }

    private long little(int count) {
        require(count);
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        at += count;
        return value;
    }

    /** A number of one to nine bytes: the first one says by its leading ones how many follow ("REAL_UINT64"). */
    long number() {
        int first = u8();
        int mask = 0x80;
        long value = 0;
        for (int i = 0; i < 8; i++) {
            if ((first & mask) == 0) {
                return value | (long) (first & mask - 1) << 8 * i;
            }
            value |= (long) u8() << 8 * i;
            mask >>>= 1;
        }
        if (value < 0) {
            throw broken("a number past 2^63");
        }
        return value;
    }

    /** How many things follow, of {@code least} bits each at the least. */
    int count(int least) {
        long count = number();
        if (count < 0 || count > (long) left() * 8 / Math.max(1, least)) {
            throw broken(count + " things in " + left() + " bytes");
        }
        return (int) count;
    }

    /** The next {@code size} bytes by themselves. */
    HeaderInput part(long size) {
        if (size < 0 || size > left()) {
            throw broken(size + " of " + left() + " bytes");
        }
        HeaderInput part = new HeaderInput(bytes, at, at + (int) size);
        at += (int) size;
        return part;
    }

    byte[] take(int count) {
        require(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    BitSet bits(int count) {
        require((count + 7) / 8);
        BitSet bits = new BitSet();
        for (int i = 0; i < count; i++) {
            bits.set(i, (bytes[at + i / 8] & 0x80 >>> i % 8) != 0);
        }
        at += (count + 7) / 8;
        return bits;
    }

    /** Bits that are left out where all are set. */
    BitSet bitsOrAll(int count) {
        if (u8() == 0) {
            return bits(count);
        }
        BitSet all = new BitSet();
        all.set(0, count);
        return all;
    }

    void expect(int id) {
        int there = u8();
        if (there != id) {
            throw broken("id " + there + " where " + id + " belongs");
        }
    }

    void expectEnd() {
        if (left() != 0) {
            throw broken(left() + " bytes too many");
        }
    }

    private void require(int count) {
        if (count < 0 || count > left()) {
            throw broken("cut off");
        }
    }

    static Refusal broken(String why) {
        return Refusal.of("sevenz.header", why);
    }
}
