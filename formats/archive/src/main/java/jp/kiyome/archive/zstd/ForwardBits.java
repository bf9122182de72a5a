package jp.kiyome.archive.zstd;

/** Bits of shares, the lowest of a byte first. Not thread-safe. */
final class ForwardBits {

    private final byte[] bytes;
    private final int to;
    private int at;
    private int bit;

    ForwardBits(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    /** The next {@code count} bits, at most 16; zeros behind the end. */
    int peek(int count) {
        int word = 0;
        for (int i = 0; i < 3; i++) {
            word |= (at + i < to ? bytes[at + i] & 0xFF : 0) << 8 * i;
        }
        return word >>> bit & (1 << count) - 1;
    }

    void skip(int count) {
        bit += count;
        at += bit >>> 3;
        bit &= 7;
        if (at > to || at == to && bit > 0) {
            throw Broken.because("a table is cut off");
        }
    }

    int read(int count) {
        int value = peek(count);
        skip(count);
        return value;
    }

    void align() {
        skip(-bit & 7);
    }

    /** The byte that comes next, where {@link #align} was called. */
    int at() {
        return at;
    }
}
