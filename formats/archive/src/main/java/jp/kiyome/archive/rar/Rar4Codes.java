package jp.kiyome.archive.rar;

import java.util.Arrays;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.PrefixCode;

/** The four codes of a RAR 4 block. Lengths are told as differences to those of the block before. Not thread-safe. */
final class Rar4Codes {

    private static final int MAIN = 299;
    private static final int DISTANCES = 60;
    private static final int LOW = 17;
    private static final int REPEATS = 28;
    private static final int ALL = MAIN + DISTANCES + LOW + REPEATS;
    private static final int LENGTHS = 20;

    /** A low part that says: the same as the last, sixteen times. */
    private static final int LOW_REPEATS = 16;

    private final PrefixCode main = new PrefixCode(MAIN);
    private final PrefixCode distance = new PrefixCode(DISTANCES);
    private final PrefixCode low = new PrefixCode(LOW);
    private final PrefixCode repeat = new PrefixCode(REPEATS);
    private final PrefixCode length = new PrefixCode(LENGTHS);
    private final byte[] lengths = new byte[ALL];
    private int lastLow;
    private int lowRepeats;

    /** @param keep whether lengths are told as differences */
    void read(BitReader in, boolean keep) {
        if (!keep) {
            Arrays.fill(lengths, (byte) 0);
        }
        lastLow = 0;
        lowRepeats = 0;
        Rar5Codes.make(in, length, Rar5Codes.lengthLengths(in), 0, LENGTHS);
        int at = 0;
        while (at < ALL) {
            int symbol = length.read(in);
            if (symbol < 16) {
                lengths[at] = (byte) (lengths[at] + symbol & 0x0F);
                at++;
                continue;
            }
            int run = (symbol & 1) == 0 ? 3 + in.read(3) : 11 + in.read(7);
            if (symbol < 18 && at == 0) {
                throw in.broken("a first length that repeats");
            }
            int end = Math.min(ALL, at + run);
            Arrays.fill(lengths, at, end, symbol < 18 ? lengths[at - 1] : 0);
            at = end;
        }
        Rar5Codes.make(in, main, lengths, 0, MAIN);
        Rar5Codes.make(in, distance, lengths, MAIN, DISTANCES);
        Rar5Codes.make(in, low, lengths, MAIN + DISTANCES, LOW);
        Rar5Codes.make(in, repeat, lengths, MAIN + DISTANCES + LOW, REPEATS);
    }

    int main(BitReader in) {
        return main.read(in);
    }

    /** A match length less its least, by its slot. */
    static int length(BitReader in, int slot) {
        if (slot < 8) {
            return slot;
        }
        int bits = slot / 4 - 1;
        return ((4 | slot & 3) << bits) + in.read(bits);
    }

    int repeat(BitReader in) {
        return length(in, repeat.read(in));
    }

    int distance(BitReader in) {
        int slot = distance.read(in);
        int bits = bits(slot);
        int base = 1 + base(slot);
        if (slot <= 9) {
            return base + in.read(bits);
        }
        int high = bits > 4 ? in.read(bits - 4) << 4 : 0;
        return base + high + low(in);
    }

    private int low(BitReader in) {
        if (lowRepeats > 0) {
            lowRepeats--;
            return lastLow;
        }
        int value = low.read(in);
        if (value == LOW_REPEATS) {
            lowRepeats = LOW_REPEATS - 1;
        } else {
            lastLow = value;
        }
        return lastLow;
    }

    /** Two slots for each number of bits up to 15, then fourteen of 16 and twelve of 18. */
    private static int bits(int slot) {
        if (slot < 4) {
            return 0;
        }
        return slot < 34 ? slot / 2 - 1 : slot < 48 ? 16 : 18;
    }

    private static int base(int slot) {
        if (slot < 4) {
            return slot;
        }
        if (slot < 34) {
            return (2 | slot & 1) << slot / 2 - 1;
        }
        return slot < 48 ? slot - 32 << 16 : slot - 44 << 18;
    }
}
