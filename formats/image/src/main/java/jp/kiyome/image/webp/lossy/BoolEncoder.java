package jp.kiyome.image.webp.lossy;

import java.util.Arrays;
import jp.kiyome.core.content.Sink;

/** Writes decisions of given probabilities (RFC 6386 section 7.3). Not for sharing. */
final class BoolEncoder {

    private static final int BUFFER = 1 << 13;

    private final Sink out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int range = 255;
    private long bottom;
    private int bits = 24;

    BoolEncoder(Sink out) {
        this.out = out;
    }

    void bit(int value, int probability) {
        int split = 1 + ((range - 1) * probability >> 8);
        if (value != 0) {
            bottom += split;
            range -= split;
        } else {
            range = split;
        }
        int shift = Integer.numberOfLeadingZeros(range) - 24;
        range <<= shift;
        for (; shift > 0; shift--) {
            shiftOut();
        }
    }

    private void shiftOut() {
        bottom <<= 1;
        if ((bottom & 1L << 32) != 0) {
            carry();
            bottom &= (1L << 32) - 1;
        }
        if (--bits == 0) {
            put((int) (bottom >>> 24));
            bottom &= (1L << 24) - 1;
            bits = 8;
        }
    }

    /** Adds one to what was written: at the most to the last byte that is not 0xFF. Such a byte is always kept in the buffer. */
    private void carry() {
        int at = filled - 1;
        while (buffer[at] == (byte) 0xFF) {
            buffer[at--] = 0;
        }
        buffer[at]++;
    }

    private void put(int value) {
        if (filled == buffer.length) {
            drain();
        }
        buffer[filled++] = (byte) value;
    }

    /** Writes out all before the last byte that a carry could still reach. */
    private void drain() {
        int keep = filled - 1;
        while (keep > 0 && buffer[keep] == (byte) 0xFF) {
            keep--;
        }
        if (keep == 0) {
            throw new IllegalStateException("a carry that runs through a whole buffer");
        }
        out.write(buffer, 0, keep);
        System.arraycopy(buffer, keep, buffer, 0, filled - keep);
        filled -= keep;
        Arrays.fill(buffer, filled, buffer.length, (byte) 0);
    }

    void flag(boolean value) {
        bit(value ? 1 : 0, 128);
    }

    void number(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bit(value >> i & 1, 128);
        }
    }

    void optionalSigned(int value, int count) {
        flag(value != 0);
        if (value != 0) {
            number(Math.abs(value), count);
            flag(value < 0);
        }
    }

    void finish() {
        for (int i = 0; i < 32; i++) {
            bit(0, 128);
        }
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
