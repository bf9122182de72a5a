package jp.kiyome.image.tiff;

import jp.kiyome.core.content.Sink;

/** Writes bits, high ones first. Not for sharing. */
final class BitOutput {

    private final Sink out;
    private long bits;
    private int count;

    BitOutput(Sink out) {
        this.out = out;
    }

    /** Appends the low {@code length} bits, at most 24. */
    void put(int value, int length) {
        bits = (bits << length) | value;
        count += length;
        while (count >= 8) {
            count -= 8;
            out.write((int) (bits >>> count) & 0xFF);
        }
    }

    /** Fills the last byte with zeros. */
    void finish() {
        if (count > 0) {
            put(0, 8 - count);
        }
    }
}
