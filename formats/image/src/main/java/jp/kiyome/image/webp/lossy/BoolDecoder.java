package jp.kiyome.image.webp.lossy;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** Reads decisions of given probabilities (RFC 6386 section 7). Not for sharing. */
final class BoolDecoder {

    /** Behind the end stand zeros; encoders leave out no more of them than these. */
    private static final int ZEROS_BEHIND_END = 4;

    private final ByteReader in;
    private int range = 255;
    private long value;
    private int bits = -8;
    private int borrowed;

    BoolDecoder(ByteReader in) {
        this.in = in;
        load();
    }

    /** One decision: 1 with a probability of 1 − {@code probability}/256. */
    int bit(int probability) {
        int split = 1 + ((range - 1) * probability >> 8);
        if (bits < 0) {
            load();
        }
        long bigSplit = (long) split << bits;
        int result;
        if (value >= bigSplit) {
            range -= split;
            value -= bigSplit;
            result = 1;
        } else {
            range = split;
            result = 0;
        }
        int shift = Integer.numberOfLeadingZeros(range) - 24;
        range <<= shift;
        bits -= shift;
        return result;
    }

    /** {@code bits} counts the bits of {@link #value} below the eight that are compared. */
    private void load() {
        while (bits < 32) {
            int next = 0;
            if (in.remaining() > 0) {
                next = in.u8();
            } else if (bits < 0 && ++borrowed > ZEROS_BEHIND_END) {
                throw Refused.truncated("VP8 partition");
            } else if (bits >= 0) {
                return;
            }
            value = value << 8 | next;
            bits += 8;
        }
    }

    boolean flag() {
        return bit(128) == 1;
    }

    /** An unsigned number of {@code count} bits, the highest first. */
    int number(int count) {
        int result = 0;
        for (int i = 0; i < count; i++) {
            result = result << 1 | bit(128);
        }
        return result;
    }

    /** A flag and, where it is set, a magnitude and a sign; else 0. */
    int optionalSigned(int count) {
        if (!flag()) {
            return 0;
        }
        int magnitude = number(count);
        return flag() ? -magnitude : magnitude;
    }

    /** How many whole bytes nobody read. */
    long unused() {
        return in.remaining() + Math.max(0, bits) / 8;
    }
}
