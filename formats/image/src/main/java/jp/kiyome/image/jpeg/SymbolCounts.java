package jp.kiyome.image.jpeg;

/** Counts how often each symbol occurs in a scan, for each of its tables. Not for sharing. */
final class SymbolCounts implements CodeSink {

    private final long[][] counts = new long[4][256];

    long[] of(int table) {
        return counts[table];
    }

    @Override
    public void code(int table, int symbol, int extra, int count) {
        counts[table][symbol]++;
    }

    @Override
    public void bits(long value, int count) {
        // bits outside the code need no table
    }
}
