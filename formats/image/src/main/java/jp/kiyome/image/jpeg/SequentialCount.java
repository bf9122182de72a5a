package jp.kiyome.image.jpeg;

/** The first pass: checks every code and counts the symbols that the second will write. Not for sharing. */
final class SequentialCount extends SequentialPass {

    private final SymbolCounts counts;

    SequentialCount(Scan scan, EntropyInput in, HuffmanDecoder[] dc, HuffmanDecoder[] ac, SymbolCounts counts) {
        super(scan, in, dc, ac);
        this.counts = counts;
    }

    @Override
    void visibleBlock(int table, int difference, HuffmanDecoder acDecoder, long place) {
        counts.of(CodeSink.dc(table))[size(difference)]++;
        countAc(acDecoder, counts.of(CodeSink.ac(table)));
    }

    @Override
    void hiddenBlock(int table) {
        counts.of(CodeSink.dc(table))[0]++;
        counts.of(CodeSink.ac(table))[0]++;
    }

    /** Runs of sixteen zeros count only when a coefficient follows: some encoders write them before EOB, we do not. */
    private void countAc(HuffmanDecoder decoder, long[] count) {
        int[] lookUp = decoder.lookUp;
        byte[] data = in.data;
        int bit = in.bit;
        int k = 1;
        int zeroRuns = 0;
        int behindLast = 1;
        while (k < 64) {
            long window = EntropyInput.peek(data, bit);
            int entry = lookUp[(int) (window >>> HuffmanDecoder.LOOK_SHIFT)];
            if (entry == 0) {
                entry = decoder.longEntry(window);
            }
            bit += entry >> 16;
            int symbol = entry & 0xFF;
            if ((symbol & 15) != 0) {
                k += (symbol >> 4) + 1;
                behindLast = k;
                count[symbol]++;
                if (zeroRuns > 0) {
                    count[0xF0] += zeroRuns;
                    zeroRuns = 0;
                }
            } else if (symbol == 0) {
                break;
            } else {
                k += 16;
                zeroRuns++;
            }
        }
        if (behindLast > 64) {
            throw pastBlock();
        }
        if (behindLast < 64) {
            count[0]++;
        }
        in.bit = bit;
    }
}
