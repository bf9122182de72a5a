package jp.kiyome.archive.zstd;

/** Codes of literals (RFC 8878, 4.2). */
final class HuffmanTable {

    private static final int MOST_BITS = 11;
    private static final int SYMBOLS = 256;
    private static final int DIRECT = 128;
    private static final int WEIGHT_TABLE_BITS = 6;
    private static final int HEAVIEST = 12;

    final int bits;
    private final byte[] symbols;
    private final byte[] lengths;

    /** @param weights of the first symbols; that of the one behind them makes the sum a power of two */
    private HuffmanTable(int[] weights, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] == 0 ? 0 : 1 << weights[i] - 1;
        }
        bits = 32 - Integer.numberOfLeadingZeros(sum);
        int rest = (1 << bits) - sum;
        if (sum == 0 || bits > MOST_BITS || Integer.bitCount(rest) != 1) {
            throw Broken.because("weights");
        }
        weights[count] = 32 - Integer.numberOfLeadingZeros(rest);
        symbols = new byte[1 << bits];
        lengths = new byte[1 << bits];
        int at = 0;
        for (int weight = 1; weight <= bits; weight++) {
            for (int symbol = 0; symbol <= count; symbol++) {
                for (int i = 0; weights[symbol] == weight && i < 1 << weight - 1; i++) {
                    symbols[at] = (byte) symbol;
                    lengths[at++] = (byte) (bits + 1 - weight);
                }
            }
        }
    }

    /** A table, and how many bytes of the block it took. */
    record Read(HuffmanTable table, int size) {}

    static Read read(byte[] bytes, int from, int to) {
        if (from >= to) {
            throw Broken.because("no weights");
        }
        int head = bytes[from] & 0xFF;
        int[] weights = new int[SYMBOLS + 1];
        int size = head < DIRECT ? head : (head - DIRECT + 2) / 2;
        if (size > to - from - 1) {
            throw Broken.because("weights are cut off");
        }
        int count = head < DIRECT
                ? packed(bytes, from + 1, from + 1 + size, weights)
                : direct(bytes, from + 1, head - DIRECT + 1, weights);
        return new Read(new HuffmanTable(weights, count), 1 + size);
    }

    private static int direct(byte[] bytes, int from, int count, int[] weights) {
        for (int i = 0; i < count; i++) {
            int pair = bytes[from + i / 2] & 0xFF;
            weights[i] = held(i % 2 == 0 ? pair >>> 4 : pair & 15);
        }
        return count;
    }

    /** Two states take turns; the stream ends when one asks for bits that are not there (4.2.1.2). */
    private static int packed(byte[] bytes, int from, int to, int[] weights) {
        ForwardBits description = new ForwardBits(bytes, from, to);
        FseTable table = FseTable.read(description, WEIGHT_TABLE_BITS, HEAVIEST);
        BackwardBits in = new BackwardBits(bytes, description.at(), to);
        int one = in.read(table.bits);
        int other = in.read(table.bits);
        int count = 0;
        while (true) {
            if (count > SYMBOLS - 3) {
                throw Broken.because("too many weights");
            }
            weights[count++] = held(table.symbol(one));
            one = table.next(one, in);
            int next = other;
            other = one;
            one = next;
            if (in.left() < 0) {
                weights[count++] = held(table.symbol(one));
                return count;
            }
        }
    }

    private static int held(int weight) {
        if (weight > MOST_BITS) {
            throw Broken.because("a weight of " + weight);
        }
        return weight;
    }

    /** Fills {@code target} from one stream, which must end with the last literal. */
    void decode(BackwardBits in, byte[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            int code = in.peek(bits);
            target[i] = symbols[code];
            in.skip(lengths[code]);
            if (in.left() < 0) {
                throw Broken.because("literals are cut off");
            }
        }
        in.requireEnd();
    }
}
