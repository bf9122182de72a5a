package jp.kiyome.archive.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits that were written front to back and are read from the last one on (RFC 8878, 3.1.1.3.2.1.1 and 4.1): the highest 1 of
 * the last byte only marks the end. Bits before the first are zeros that may be looked at. Not thread-safe.
 */
final class BackwardBits {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int from;
    private long left;

    /**
     * @param bytes with eight bytes to spare behind {@code to}
     * @param from the first byte
     * @param to behind the last
     */
    BackwardBits(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        if (to <= from || bytes[to - 1] == 0) {
            throw Broken.because("bits without their end");
        }
        int last = bytes[to - 1] & 0xFF;
        left = (to - from - 1) * 8L + 31 - Integer.numberOfLeadingZeros(last);
    }

    /** The next {@code count} bits, 0 to 32, without going on. */
    int peek(int count) {
        long at = left - count;
        long word = at >= 0
                ? (long) WORDS.get(bytes, from + (int) (at >>> 3)) >>> (at & 7)
                : at <= -Long.SIZE ? 0 : (long) WORDS.get(bytes, from) << -at;
        return (int) (word & (1L << count) - 1);
    }

    /** Goes on, before the first bit too: {@link #left} is negative then. */
    void skip(int count) {
        left -= count;
    }

    int read(int count) {
        int value = peek(count);
        left -= count;
        return value;
    }

    long left() {
        return left;
    }

    /** Nothing may be left over, and nothing be missing. */
    void requireEnd() {
        if (left != 0) {
            throw Broken.because(left + " bits too many");
        }
    }
}
