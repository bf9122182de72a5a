package jp.kiyome.image.webp.lossless;

import java.util.Arrays;
import java.util.Optional;
import jp.kiyome.core.content.Sink;

/** Bits, the lowest of each byte first. Not for sharing. */
final class BitOutput {

    private final Optional<Sink> out;
    private byte[] buffer = new byte[1 << 12];
    private int filled;
    private long window;
    private int count;

    BitOutput(Sink out) {
        this.out = Optional.of(out);
    }

    /** Keeps everything, for {@link #length} and {@link #copyTo}. */
    BitOutput() {
        this.out = Optional.empty();
    }

    /** Whole bytes, once finished; of an output that keeps everything. */
    int length() {
        return filled;
    }

    /** Writes what was kept, once finished, to an output that stands at a whole byte. */
    void copyTo(BitOutput other) {
        for (int i = 0; i < filled; i++) {
            other.write(buffer[i], 8);
        }
    }

    /** @param bits 0 to 32 */
    void write(int value, int bits) {
        window |= (value & (1L << bits) - 1) << count;
        count += bits;
        while (count >= 8) {
            put();
            count -= 8;
        }
    }

    void flag(boolean value) {
        write(value ? 1 : 0, 1);
    }

    private void put() {
        if (filled == buffer.length) {
            if (out.isPresent()) {
                out.get().write(buffer, 0, filled);
                filled = 0;
            } else {
                buffer = Arrays.copyOf(buffer, 2 * filled);
            }
        }
        buffer[filled++] = (byte) window;
        window >>>= 8;
    }

    void finish() {
        if (count > 0) {
            put();
            count = 0;
        }
        if (out.isPresent()) {
            out.get().write(buffer, 0, filled);
            filled = 0;
        }
    }
}
