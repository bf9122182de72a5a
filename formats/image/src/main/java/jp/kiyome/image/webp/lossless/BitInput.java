package jp.kiyome.image.webp.lossless;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** Bits, the lowest of each byte first. Behind the end stand zeros for a look ahead; taking them throws. Not for sharing. */
final class BitInput {

    private final ByteReader in;
    private long window;
    private int count;
    private int borrowed;

    BitInput(ByteReader in) {
        this.in = in;
    }

    /** The next {@code bits}, 0 to 32, without taking them. */
    int peek(int bits) {
        while (count < bits) {
            if (in.remaining() > 0) {
                window |= (long) in.u8() << count;
            } else {
                borrowed += 8;
            }
            count += 8;
        }
        return (int) (window & (1L << bits) - 1);
    }

    void skip(int bits) {
        window >>>= bits;
        count -= bits;
        if (count < borrowed) {
            throw Refused.truncated("VP8L image data");
        }
    }

    /** A number of 0 to 24 bits. */
    int read(int bits) {
        int value = peek(bits);
        skip(bits);
        return value;
    }

    boolean flag() {
        return read(1) == 1;
    }

    /** Whole bytes that nobody took. */
    long unused() {
        return in.remaining() + Math.max(0, count - borrowed) / 8;
    }
}
