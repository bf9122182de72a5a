package jp.kiyome.image.webp.lossless;

import jp.kiyome.image.stream.Refused;

/** Reads the description of a prefix code (RFC 9649 3.7.2.1). Stateless. */
final class PrefixReader {

    static final int[] LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private static final int FIRST_PREVIOUS = 8;

    private PrefixReader() {}

    static PrefixDecoder read(BitInput in, int alphabet) {
        int[] lengths = new int[alphabet];
        if (in.flag()) {
            boolean two = in.flag();
            int first = in.read(in.flag() ? 8 : 1);
            set(lengths, first);
            if (two) {
                set(lengths, in.read(8));
            }
        } else {
            readLengths(in, lengths);
        }
        return new PrefixDecoder(lengths);
    }

    private static void set(int[] lengths, int symbol) {
        if (symbol >= lengths.length) {
            throw Refused.damaged("VP8L symbol outside its alphabet");
        }
        lengths[symbol] = 1;
    }

    private static void readLengths(BitInput in, int[] lengths) {
        int[] own = new int[LENGTH_ORDER.length];
        int count = 4 + in.read(4);
        for (int i = 0; i < count; i++) {
            own[LENGTH_ORDER[i]] = in.read(3);
        }
        PrefixDecoder code = new PrefixDecoder(own);
        int left = lengths.length;
        if (in.flag()) {
            left = 2 + in.read(2 + 2 * in.read(3));
            if (left > lengths.length) {
                throw Refused.damaged("VP8L prefix code of " + left + " lengths");
            }
        }
        int previous = FIRST_PREVIOUS;
        for (int symbol = 0; symbol < lengths.length && left > 0; left--) {
            int length = code.symbol(in);
            if (length < 16) {
                lengths[symbol++] = length;
                previous = length > 0 ? length : previous;
                continue;
            }
            int repeats =
                    switch (length) {
                        case 16 -> 3 + in.read(2);
                        case 17 -> 3 + in.read(3);
                        default -> 11 + in.read(7);
                    };
            if (symbol + repeats > lengths.length) {
                throw Refused.damaged("VP8L code lengths past the alphabet");
            }
            for (int i = 0; i < repeats; i++) {
                lengths[symbol++] = length == 16 ? previous : 0;
            }
        }
    }
}
