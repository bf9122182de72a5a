package jp.kiyome.archive.rar.ppm;

import jp.kiyome.container.packed.BitReader;

/** A range coder without carries (D. Subbotin), as the model uses it. Not thread-safe. */
final class RangeDecoder {

    private static final int BOTTOM = 1 << 15;

    private int low;
    private int code;
    private int range;

    /** A block begins. */
    void begin(BitReader in) {
        low = 0;
        range = -1;
        code = in.read(32);
    }

    /** Which of {@code scale} equal parts comes next; not below {@code scale} only where the stream is broken. */
    int count(int scale) {
        range = Integer.divideUnsigned(range, scale);
        return Integer.divideUnsigned(code - low, range);
    }

    /** Which of two to the power of {@code bits} equal parts comes next. */
    int countOfPower(int bits) {
        range >>>= bits;
        return Integer.divideUnsigned(code - low, range);
    }

    /** The parts from {@code from} up to {@code to} were what came. */
    void take(BitReader in, int from, int to) {
        low += range * from;
        range *= to - from;
        while (true) {
            if ((low ^ low + range) >>> 24 != 0) {
                if (Integer.compareUnsigned(range, BOTTOM) >= 0) {
                    return;
                }
                range = -low & BOTTOM - 1;
            }
            code = code << 8 | in.read(8);
            range <<= 8;
            low <<= 8;
        }
    }
}
