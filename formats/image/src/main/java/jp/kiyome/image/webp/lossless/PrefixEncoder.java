package jp.kiyome.image.webp.lossless;

/** A prefix code to write by: its description (RFC 9649 3.7.2.1) and its codes. Not for sharing. */
final class PrefixEncoder {

    private static final int LENGTH_BITS = 7;

    private final int[] lengths;
    private final int[] codes;
    private final int used;

    PrefixEncoder(int[] counts) {
        lengths = PrefixLengths.of(counts, PrefixDecoder.MAX_LENGTH);
        codes = codes(lengths);
        int count = 0;
        for (int length : lengths) {
            count += length > 0 ? 1 : 0;
        }
        used = count;
    }

    /** Canonical codes, turned so that their first bit is the lowest. */
    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= PrefixDecoder.MAX_LENGTH; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = Integer.reverse(code++) >>> 32 - length;
                }
            }
            code <<= 1;
        }
        return codes;
    }

    void symbol(int symbol, BitOutput out) {
        if (used > 1) {
            out.write(codes[symbol], lengths[symbol]);
        }
    }

    /** What a symbol costs, in bits. */
    int cost(int symbol) {
        return used > 1 ? lengths[symbol] : 0;
    }

    void describe(BitOutput out) {
        int first = next(0);
        int second = next(first + 1);
        boolean simple = used <= 1 ? first < 256 || used == 0 : used == 2 && second < 256;
        out.flag(simple);
        if (!simple) {
            describeLengths(out);
            return;
        }
        int symbol = used == 0 ? 0 : first;
        out.flag(used == 2);
        out.flag(symbol > 1);
        out.write(symbol, symbol > 1 ? 8 : 1);
        if (used == 2) {
            out.write(second, 8);
        }
    }

    private int next(int from) {
        int symbol = from;
        while (symbol < lengths.length && lengths[symbol] == 0) {
            symbol++;
        }
        return symbol;
    }

    private void describeLengths(BitOutput out) {
        int[] counts = new int[PrefixReader.LENGTH_ORDER.length];
        runs((length, extra, bits) -> counts[length]++);
        int[] own = PrefixLengths.of(counts, LENGTH_BITS);
        int count = own.length;
        while (count > 4 && own[PrefixReader.LENGTH_ORDER[count - 1]] == 0) {
            count--;
        }
        out.write(count - 4, 4);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            int length = own[PrefixReader.LENGTH_ORDER[i]];
            distinct += length > 0 ? 1 : 0;
            out.write(length, 3);
        }
        out.flag(false);
        int[] ownCodes = codes(own);
        boolean coded = distinct > 1;
        runs((length, extra, bits) -> {
            if (coded) {
                out.write(ownCodes[length], own[length]);
            }
            out.write(extra, bits);
        });
    }

    private interface LengthSink {
        void put(int symbol, int extra, int extraBits);
    }

    /** Zeros in runs; other lengths one by one, repeated ones in runs too. */
    private void runs(LengthSink sink) {
        int previous = 8;
        for (int at = 0; at < lengths.length; ) {
            int length = lengths[at];
            int end = at + 1;
            while (end < lengths.length && lengths[end] == length) {
                end++;
            }
            int run = end - at;
            at = end;
            if (length == 0) {
                zeros(run, sink);
                continue;
            }
            if (length != previous) {
                sink.put(length, 0, 0);
                run--;
                previous = length;
            }
            for (; run >= 3; run -= Math.min(run, 6)) {
                sink.put(16, Math.min(run, 6) - 3, 2);
            }
            for (; run > 0; run--) {
                sink.put(length, 0, 0);
            }
        }
    }

    private static void zeros(int count, LengthSink sink) {
        int left = count;
        while (left > 0) {
            if (left >= 11) {
                int part = Math.min(left, 138);
                sink.put(18, part - 11, 7);
                left -= part;
            } else if (left >= 3) {
                sink.put(17, left - 3, 3);
                left = 0;
            } else {
                sink.put(0, 0, 0);
                left--;
            }
        }
    }
}
