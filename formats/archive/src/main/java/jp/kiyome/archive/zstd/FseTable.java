package jp.kiyome.archive.zstd;

import java.util.Arrays;

/** A table of finite state entropy (RFC 8878, 4.1): what each state stands for, and how the next one is made. */
final class FseTable {

    /** Log2 of the number of states. */
    final int bits;

    private final byte[] symbols;
    private final byte[] reads;
    private final short[] bases;

    /**
     * @param bits log2 of the sum of the shares
     * @param shares of the symbols; -1 is a share below one
     */
    FseTable(int bits, int... shares) {
        this.bits = bits;
        int size = 1 << bits;
        symbols = new byte[size];
        reads = new byte[size];
        bases = new short[size];
        int[] next = new int[shares.length];
        spread(shares, next);
        for (int state = 0; state < size; state++) {
            int value = next[symbols[state]]++;
            int count = bits - (31 - Integer.numberOfLeadingZeros(value));
            reads[state] = (byte) count;
            bases[state] = (short) ((value << count) - size);
        }
    }

    private void spread(int[] shares, int[] next) {
        int size = symbols.length;
        int high = size;
        for (int symbol = 0; symbol < shares.length; symbol++) {
            next[symbol] = Math.abs(shares[symbol]);
            if (shares[symbol] < 0) {
                symbols[--high] = (byte) symbol;
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int at = 0;
        for (int symbol = 0; symbol < shares.length; symbol++) {
            for (int i = 0; i < shares[symbol]; i++) {
                symbols[at] = (byte) symbol;
                do {
                    at = at + step & size - 1;
                } while (at >= high);
            }
        }
        if (at != 0) {
            throw Broken.because("shares");
        }
    }

    /** One symbol, always. */
    static FseTable only(int symbol) {
        return new FseTable(symbol);
    }

    private FseTable(int symbol) {
        bits = 0;
        symbols = new byte[] {(byte) symbol};
        reads = new byte[1];
        bases = new short[1];
    }

    /**
     * Reads shares (4.1.1).
     *
     * @param most bits of a table
     * @param last the highest symbol
     */
    static FseTable read(ForwardBits in, int most, int last) {
        int bits = in.read(4) + 5;
        if (bits > most) {
            throw Broken.because("a table of 2^" + bits);
        }
        int[] shares = new int[last + 1];
        int left = 1 << bits;
        int symbol = 0;
        while (left > 0) {
            if (symbol > last) {
                throw Broken.because("symbols of a table");
            }
            int share = share(in, left);
            left -= Math.abs(share);
            shares[symbol++] = share;
            int zeros = share == 0 ? 3 : 0;
            while (zeros == 3) {
                zeros = in.read(2);
                symbol += zeros;
            }
        }
        if (left < 0 || symbol > last + 1) {
            throw Broken.because("shares of a table");
        }
        in.align();
        return new FseTable(bits, Arrays.copyOf(shares, symbol));
    }

    private static int share(ForwardBits in, int left) {
        int count = 32 - Integer.numberOfLeadingZeros(left + 1);
        int low = (1 << count - 1) - 1;
        int threshold = (1 << count) - 1 - (left + 1);
        int value = in.peek(count);
        if ((value & low) < threshold) {
            in.skip(count - 1);
            return (value & low) - 1;
        }
        in.skip(count);
        return (value > low ? value - threshold : value) - 1;
    }

    int symbol(int state) {
        return symbols[state];
    }

    int reads(int state) {
        return reads[state];
    }

    int base(int state) {
        return bases[state];
    }

    int next(int state, BackwardBits in) {
        return bases[state] + in.read(reads[state]);
    }
}
