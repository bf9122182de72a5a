package jp.kiyome.image.jpeg;

/** Writes symbols with the codes of a scan's tables. Not for sharing. */
final class CodeWriter implements CodeSink {

    private final EntropyOutput out;
    private final HuffmanCodes[] codes;

    CodeWriter(EntropyOutput out, ScanTables tables) {
        this.out = out;
        this.codes = tables.codes();
    }

    @Override
    public void code(int table, int symbol, int extra, int count) {
        HuffmanCodes used = codes[table];
        out.put((long) used.codes[symbol] << count | extra, used.lengths[symbol] + count);
    }

    @Override
    public void bits(long value, int count) {
        out.put(value, count);
    }
}
