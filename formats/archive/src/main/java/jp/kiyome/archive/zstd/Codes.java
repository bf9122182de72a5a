package jp.kiyome.archive.zstd;

/** Codes of lengths and offsets (RFC 8878, 3.1.1.3.2.1.1) and their usual shares (3.1.1.3.2.2). */
final class Codes {

    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16
    };
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2,
        2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final int[] LENGTH_SHARES = {
        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1
    };
    private static final int[] OFFSET_SHARES = {
        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
    };
    private static final int[] MATCH_SHARES = {
        1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
    };

    static final Codes LENGTHS = new Codes(0, LENGTH_BITS, 35, 9, 6, LENGTH_SHARES);
    static final Codes OFFSETS = new Codes(0, new int[0], 31, 8, 5, OFFSET_SHARES);
    static final Codes MATCHES = new Codes(3, MATCH_BITS, 52, 9, 6, MATCH_SHARES);

    final int last;
    final int mostBits;
    final int predefinedBits;
    final int[] shares;
    final FseTable predefined;
    private final int[] bits;
    private final int[] bases;

    private Codes(int least, int[] bits, int last, int mostBits, int predefinedBits, int[] shares) {
        this.last = last;
        this.mostBits = mostBits;
        this.predefinedBits = predefinedBits;
        this.shares = shares;
        this.predefined = new FseTable(predefinedBits, shares);
        this.bits = bits;
        this.bases = new int[bits.length];
        int base = least;
        for (int i = 0; i < bits.length; i++) {
            bases[i] = base;
            base += 1 << bits[i];
        }
    }

    int value(int code, BackwardBits in) {
        return bases[code] + in.read(bits[code]);
    }

    /** The code of a value that has one. */
    int codeOf(int value) {
        int code = bases.length - 1;
        while (bases[code] > value) {
            code--;
        }
        return code;
    }

    int bits(int code) {
        return bits[code];
    }

    int base(int code) {
        return bases[code];
    }
}
