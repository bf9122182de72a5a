package jp.kiyome.archive.rar;

import java.util.Arrays;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.PrefixCode;

/** The four codes of a RAR 5 block. Not thread-safe. */
final class Rar5Codes {

    private static final int MAIN = 306;
    private static final int DISTANCES = 64;
    private static final int LOW = 16;
    private static final int REPEATS = 44;
    private static final int ALL = MAIN + DISTANCES + LOW + REPEATS;
    private static final int LENGTHS = 20;

    private final PrefixCode main = new PrefixCode(MAIN);
    private final PrefixCode distance = new PrefixCode(DISTANCES);
    private final PrefixCode low = new PrefixCode(LOW);
    private final PrefixCode repeat = new PrefixCode(REPEATS);
    private final PrefixCode length = new PrefixCode(LENGTHS);

    void read(BitReader in) {
        make(in, length, lengthLengths(in), 0, LENGTHS);
        byte[] lengths = new byte[ALL];
        int at = 0;
        while (at < ALL) {
            int symbol = length.read(in);
            if (symbol < 16) {
                lengths[at++] = (byte) symbol;
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
        make(in, main, lengths, 0, MAIN);
        make(in, distance, lengths, MAIN, DISTANCES);
        make(in, low, lengths, MAIN + DISTANCES, LOW);
        make(in, repeat, lengths, MAIN + DISTANCES + LOW, REPEATS);
    }

    /** The lengths of the code of lengths, four bits each; 15 and then not 0 is a run of zeros. */
    static byte[] lengthLengths(BitReader in) {
        byte[] lengths = new byte[LENGTHS];
        int at = 0;
        while (at < LENGTHS) {
            int value = in.read(4);
            int zeros = value == 15 ? in.read(4) : 0;
            if (zeros == 0) {
                lengths[at++] = (byte) value;
            } else {
                at = Math.min(LENGTHS, at + zeros + 2);
            }
        }
        return lengths;
    }

    static void make(BitReader in, PrefixCode code, byte[] lengths, int from, int count) {
        if (code.build(lengths, from, count) > 1 << PrefixCode.LONGEST) {
            throw in.broken("a code of a block");
        }
    }

    int main(BitReader in) {
        return main.read(in);
    }

    int distance(BitReader in) {
        return distance.read(in);
    }

    int low(BitReader in) {
        return low.read(in);
    }

    int repeat(BitReader in) {
        return repeat.read(in);
    }
}
