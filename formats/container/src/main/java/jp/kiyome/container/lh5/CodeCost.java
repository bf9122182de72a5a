package jp.kiyome.container.lh5;

/** What a block will cost, in 1/256 of a bit, near enough to compare. Integers alone, so that every machine agrees. */
final class CodeCost {

    /** Head of a block with its small codes. */
    private static final long HEAD = 100 << 8;

    /** To tell the length of one symbol's code. */
    private static final long SYMBOL = 5 << 8;

    private static final int MANTISSA = 8;
    private static final int[] LOG = new int[1 << MANTISSA];

    static {
        for (int i = 0; i < LOG.length; i++) {
            double value = 1 + i / (double) LOG.length;
            LOG[i] = (int) StrictMath.rint(StrictMath.log(value) / StrictMath.log(2) * 256);
        }
    }

    private CodeCost() {}

    static long of(int[] symbols, int[] positions) {
        return HEAD + entropy(symbols, SYMBOL) + entropy(positions, SYMBOL);
    }

    private static long entropy(int[] counts, long each) {
        long total = 0;
        long cost = 0;
        for (int count : counts) {
            if (count > 0) {
                total += count;
                cost += each - (long) count * log(count);
            }
        }
        return total == 0 ? 0 : cost + total * log(total);
    }

    /** The binary logarithm of a positive number, in 1/256. */
    private static int log(long value) {
        int whole = 63 - Long.numberOfLeadingZeros(value);
        int mantissa = (int) (whole >= MANTISSA ? value >>> whole - MANTISSA : value << MANTISSA - whole);
        return (whole << 8) + LOG[mantissa & LOG.length - 1];
    }
}
