package jp.kiyome.testcorpus.scan;

/** Unpacks -lh5- as simply as can be: codes are lists of bits, and each symbol is searched for. */
final class SlowLh5 {

    private final byte[] packed;
    private int bit;

    SlowLh5(byte[] packed) {
        this.packed = packed;
    }

    byte[] unpack(int size) {
        byte[] plain = new byte[size];
        int at = 0;
        while (at < size) {
            int symbols = bits(16);
            int[] ofLengths = smallCode(19, 5, 3);
            int[] ofSymbols = symbolCode(ofLengths);
            int[] ofPositions = smallCode(14, 4, -1);
            for (int i = 0; i < symbols; i++) {
                int symbol = symbol(ofSymbols);
                if (symbol < 256) {
                    plain[at++] = (byte) symbol;
                    continue;
                }
                int wide = symbol(ofPositions);
                int distance = wide < 2 ? wide + 1 : (1 << wide - 1) + bits(wide - 1) + 1;
                for (int left = symbol - 253; left > 0; left--, at++) {
                    plain[at] = at < distance ? (byte) ' ' : plain[at - distance];
                }
            }
        }
        return plain;
    }

    private int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, bit++) {
            value = value << 1 | packed[bit >> 3] >> 7 - (bit & 7) & 1;
        }
        return value;
    }

    /** Lengths by symbol; of a code of one symbol without bits, its length is -1. */
    private int[] smallCode(int most, int countBits, int gapAt) {
        int[] lengths = new int[most];
        int count = bits(countBits);
        if (count == 0) {
            lengths[bits(countBits)] = -1;
            return lengths;
        }
        for (int i = 0; i < count; ) {
            int length = bits(3);
            while (length >= 7 && bits(1) == 1) {
                length++;
            }
            lengths[i++] = length;
            if (i == gapAt) {
                i += bits(2);
            }
        }
        return lengths;
    }

    private int[] symbolCode(int[] ofLengths) {
        int[] lengths = new int[510];
        int count = bits(9);
        if (count == 0) {
            lengths[bits(9)] = -1;
            return lengths;
        }
        for (int i = 0; i < count; ) {
            int kind = symbol(ofLengths);
            switch (kind) {
                case 0 -> i++;
                case 1 -> i += bits(4) + 3;
                case 2 -> i += bits(9) + 20;
                default -> lengths[i++] = kind - 2;
            }
        }
        return lengths;
    }

    private int symbol(int[] lengths) {
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] < 0) {
                return i;
            }
        }
        int code = 0;
        int first = 0;
        for (int length = 1; length <= 16; length++) {
            code = code << 1 | bits(1);
            first <<= 1;
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == length && first++ == code) {
                    return i;
                }
            }
        }
        throw new IllegalArgumentException("no code at bit " + bit);
    }
}
