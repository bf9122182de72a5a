package jp.kiyome.container.packed;

import java.util.Arrays;

/**
 * The bytes unpacked last, which matches copy from. Grows as it is filled, so that a size that a file only claims costs
 * nothing.
 *
 * <p>Not thread-safe.
 */
public final class Window {

    private static final int START = 1 << 16;

    private final int most;
    private final ByteTarget out;
    private byte[] bytes;
    private int at;
    private int flushed;
    private long written;
    private long reach;

    /**
     * @param size bytes that a match may reach back, a power of two
     * @param out where bytes go when the window is full and at each {@link #flush}
     */
    public Window(int size, ByteTarget out) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("not a power of two: " + size);
        }
        this.most = size;
        this.out = out;
        this.bytes = new byte[Math.min(START, size)];
    }

    /** Matches may reach before the first byte, where {@code filling} stands. Said before anything is written. */
    public void startWith(byte[] filling) {
        bytes = Arrays.copyOf(filling, most);
        reach = most;
    }

    /** Bytes written so far, flushed or not. */
    public long written() {
        return written + (at - flushed);
    }

    public void put(int value) {
        if (at == bytes.length) {
            turn();
        }
        bytes[at++] = (byte) value;
    }

    /** Whether a match may reach back so far. */
    public boolean reaches(long distance) {
        return distance > 0 && distance <= most && distance <= written() + reach;
    }

    /** Writes again what stands {@code distance} back; the caller has asked {@link #reaches}. */
    public void copy(int distance, int length) {
        int left = length;
        while (left > 0) {
            if (at == bytes.length) {
                turn();
            }
            int from = at - distance & bytes.length - 1;
            int run = Math.min(left, bytes.length - Math.max(at, from));
            copyRun(from, run);
            left -= run;
        }
    }

    private void copyRun(int from, int run) {
        if (from + run <= at || from > at) {
            System.arraycopy(bytes, from, bytes, at, run);
            at += run;
            return;
        }
        for (int i = 0; i < run; i++) {
            bytes[at++] = bytes[from + i];
        }
    }

    /** Hands on what was not handed on yet. */
    public void flush() {
        out.write(bytes, flushed, at - flushed);
        written += at - flushed;
        flushed = at;
    }

    private void turn() {
        flush();
        if (bytes.length < most) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
            return;
        }
        at = 0;
        flushed = 0;
    }
}
