package jp.kiyome.archive.ppm;

import jp.kiyome.container.packed.BitReader;

/** The range coder of 7z: carries are settled by the packer, so the code alone is kept. Not thread-safe. */
public final class SevenZipRange implements RangeDecoder {

    private static final int SCALE_BITS = 14;
    private static final int TOP = 1 << 24;

    private int code;
    private int range;

    @Override
    public void begin(BitReader in) {
        if (in.read(8) != 0) {
            throw in.broken("the first byte of a range coder");
        }
        code = in.read(32);
        range = -1;
        if (code == -1) {
            throw in.broken("a range that holds nothing");
        }
    }

    @Override
    public int count(int scale) {
        range = Integer.divideUnsigned(range, scale);
        return Integer.divideUnsigned(code, range);
    }

    @Override
    public void take(BitReader in, int from, int to) {
        code -= range * from;
        range *= to - from;
        normalize(in);
    }

    @Override
    public boolean first(BitReader in, int share) {
        int bound = (range >>> SCALE_BITS) * share;
        boolean first = Integer.compareUnsigned(code, bound) < 0;
        if (first) {
            range = bound;
        } else {
            code -= bound;
            range -= bound;
        }
        normalize(in);
        return first;
    }

    private void normalize(BitReader in) {
        while (Integer.compareUnsigned(range, TOP) < 0) {
            if (range == 0) {
                throw in.broken("a range that holds nothing");
            }
            code = code << 8 | in.read(8);
            range <<= 8;
        }
    }
}
