package jp.kiyome.image.jpeg;

import jp.kiyome.image.stream.Noise;

/** The second pass: the same coefficients again, now written with our own codes. The first pass has checked them. Not for sharing. */
final class SequentialCopy extends SequentialPass {

    private final EntropyOutput out;
    private final HuffmanCodes[] codes;
    private final Noise noise;

    SequentialCopy(
            Scan scan,
            EntropyInput in,
            HuffmanDecoder[] dc,
            HuffmanDecoder[] ac,
            EntropyOutput out,
            HuffmanCodes[] codes,
            Noise noise) {
        super(scan, in, dc, ac);
        this.out = out;
        this.codes = codes;
        this.noise = noise;
    }

    @Override
    void visibleBlock(int table, int difference, HuffmanDecoder acDecoder, long place) {
        int size = size(difference);
        HuffmanCodes dc = codes[CodeSink.dc(table)];
        long extra = difference < 0 ? difference + (1 << size) - 1 : difference;
        out.put((long) dc.codes[size] << size | extra, dc.lengths[size] + size);
        copyAc(acDecoder, codes[CodeSink.ac(table)], place);
    }

    @Override
    void hiddenBlock(int table) {
        HuffmanCodes dc = codes[CodeSink.dc(table)];
        HuffmanCodes ac = codes[CodeSink.ac(table)];
        out.put(dc.codes[0], dc.lengths[0]);
        out.put(ac.codes[0], ac.lengths[0]);
    }

    /** Negative values stand as what is missing to the largest of their size (T.81 F.1.2.1). */
    private long noisy(int extra, int size, long place) {
        int largest = (1 << size) - 1;
        return extra >> size - 1 == 1 ? noise.value(extra, place) : largest - noise.value(largest - extra, place);
    }

    /** A symbol and its extra bits pass as they are; only the symbol's code changes. */
    private void copyAc(HuffmanDecoder decoder, HuffmanCodes ac, long place) {
        int[] lookUp = decoder.lookUp;
        int[] code = ac.codes;
        int[] length = ac.lengths;
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
            int size = symbol & 15;
            if (size != 0) {
                for (; zeroRuns > 0; zeroRuns--) {
                    out.put(code[0xF0], length[0xF0]);
                }
                long extra = (window << ((entry >> 8) & 0xFF)) >>> (64 - size);
                k += (symbol >> 4) + 1;
                if (noise.on() && size > 1) {
                    extra = noisy((int) extra, size, place + k - 1);
                }
                out.put((long) code[symbol] << size | extra, length[symbol] + size);
                behindLast = k;
            } else if (symbol == 0) {
                break;
            } else {
                k += 16;
                zeroRuns++;
            }
        }
        if (behindLast < 64) {
            out.put(code[0], length[0]);
        }
        in.bit = bit;
    }
}
