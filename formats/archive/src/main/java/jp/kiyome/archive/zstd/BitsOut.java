package jp.kiyome.archive.zstd;

import java.util.Arrays;

/** Bits for {@link BackwardBits}: what is written last is read first. Not thread-safe. */
final class BitsOut {

    private byte[] bytes = new byte[1 << 10];
    private int size;
    private long held;
    private int count;

    void write(int value, int bits) {
        held |= (value & (1L << bits) - 1) << count;
        count += bits;
        while (count >= 8) {
            put((int) held);
            held >>>= 8;
            count -= 8;
        }
    }

    private void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    /** Marks the end, and gives all. */
    byte[] done() {
        write(1, 1);
        if (count > 0) {
            put((int) held);
        }
        return Arrays.copyOf(bytes, size);
    }
}
