package jp.kiyome.archive.ppm;

import jp.kiyome.container.packed.BitReader;

/** The range coder of RAR, without carries (D. Subbotin). Not thread-safe. */
public final class RarRange implements RangeDecoder {

    private static final int SCALE_BITS = 14;

    private static final int BOTTOM = 1 << 15;

    private int low;
    private int code;
    private int range;

    @Override
    public void begin(BitReader in) {
        low = 0;
        range = -1;
        code = in.read(32);
    }

    @Override
    public int count(int scale) {
        range = Integer.divideUnsigned(range, scale);
        return Integer.divideUnsigned(code - low, range);
    }

    @Override
    public boolean first(BitReader in, int share) {
        range >>>= SCALE_BITS;
        boolean first = Integer.compareUnsigned(Integer.divideUnsigned(code - low, range), share) < 0;
        take(in, first ? 0 : share, first ? share : 1 << SCALE_BITS);
        return first;
    }

    @Override
    public void take(BitReader in, int from, int to) {
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
