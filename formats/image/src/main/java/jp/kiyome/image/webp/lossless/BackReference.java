package jp.kiyome.image.webp.lossless;

import java.util.Arrays;

/** Lengths and distances as prefix symbols with extra bits, and the short distances of RFC 9649 3.6.2.2. Stateless. */
final class BackReference {

    static final int LENGTH_SYMBOLS = 24;
    static final int DISTANCE_SYMBOLS = 40;
    static final int MAX_LENGTH = 4096;

    /** Offsets to the left and up, the nearest first; each as row * 16 + 8 - column. */
    private static final int[] NEAR =
            Arrays.stream("""
            24 7 23 25 40 6 39 41 22 26 38 42 56 5 55 57 21 27 54 58 37 43 72 4 71 73 20 28 53 59 70 74 36 44 88 69 75 52 60 3 \
            87 89 19 29 86 90 35 45 68 76 85 91 51 61 104 2 103 105 18 30 102 106 34 46 84 92 67 77 101 107 50 62 120 1 119 121 \
            83 93 17 31 100 108 66 78 118 122 33 47 117 123 49 63 99 109 82 94 0 116 124 65 79 16 32 98 110 48 115 125 81 95 64 \
            114 126 97 111 80 113 127 96 112""".split(" ", -1)).mapToInt(Integer::parseInt).toArray();

    private BackReference() {}

    /** The value that a symbol and its extra bits mean, 1 and up. */
    static int value(int symbol, BitInput in) {
        if (symbol < 4) {
            return symbol + 1;
        }
        int extra = extraBits(symbol);
        return (2 + (symbol & 1) << extra) + in.read(extra) + 1;
    }

    static int extraBits(int symbol) {
        return symbol < 4 ? 0 : symbol - 2 >> 1;
    }

    /** The symbol of a value from 1 up. */
    static int symbol(int value) {
        int number = value - 1;
        if (number < 4) {
            return number;
        }
        int high = 31 - Integer.numberOfLeadingZeros(number);
        return 2 * high + (number >> high - 1 & 1);
    }

    static int extra(int value) {
        return value - 1 & (1 << extraBits(symbol(value))) - 1;
    }

    /** Pixels back, for a distance code in a picture of that width. */
    static int distance(int code, int width) {
        if (code > NEAR.length) {
            return code - NEAR.length;
        }
        int near = NEAR[code - 1];
        return Math.max(1, (near >> 4) * width + 8 - (near & 15));
    }

    /** The least code that means so many pixels back, for each distance that has a short one; 0 for others. */
    static int[] codes(int width) {
        int[] codes = new int[8 * width + 16];
        for (int code = NEAR.length; code >= 1; code--) {
            int distance = distance(code, width);
            if (distance < codes.length) {
                codes[distance] = code;
            }
        }
        return codes;
    }

    static int code(int distance, int[] shortCodes) {
        int code = distance < shortCodes.length ? shortCodes[distance] : 0;
        return code > 0 ? code : distance + NEAR.length;
    }
}
