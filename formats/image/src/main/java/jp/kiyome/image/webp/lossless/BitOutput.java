package jp.kiyome.image.webp.lossless;

import jp.kiyome.core.content.Sink;

/** Bits, the lowest of each byte first. Not for sharing. */
final class BitOutput {

    private final Sink out;
    private final byte[] buffer = new byte[1 << 12];
    private int filled;
    private long window;
    private int count;

    BitOutput(Sink out) {
        this.out = out;
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
            out.write(buffer, 0, filled);
            filled = 0;
        }
        buffer[filled++] = (byte) window;
        window >>>= 8;
    }

    void finish() {
        if (count > 0) {
            put();
            count = 0;
        }
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
