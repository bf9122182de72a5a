package jp.kiyome.image.jpeg;

import java.util.Arrays;

/** Sequential scans (T.81 F.2.2). Not for sharing. */
final class SequentialScanDecoder extends ScanDecoder {

    private final HuffmanDecoder[] dc;
    private final HuffmanDecoder[] ac;
    private final int[] predictions;

    SequentialScanDecoder(Frame frame, Scan scan, EntropyInput in, Coefficients coefficients) {
        super(frame, scan, in, coefficients);
        dc = scan.parts().stream()
                .map(part -> part.dc().decoder(HuffmanDecoder.Use.DC))
                .toArray(HuffmanDecoder[]::new);
        ac = scan.parts().stream()
                .map(part -> part.ac().decoder(HuffmanDecoder.Use.AC))
                .toArray(HuffmanDecoder[]::new);
        predictions = new int[dc.length];
    }

    @Override
    void decode(int part, short[] plane, int at) {
        int size = dc[part].symbol(in);
        predictions[part] += size == 0 ? 0 : HuffmanDecoder.extend(in.bits(size), size);
        plane[at] = checked(predictions[part], MAX_DC);
        int k = 1;
        while (k < 64) {
            int symbol = ac[part].symbol(in);
            int bits = symbol & 15;
            if (symbol == 0) {
                return;
            }
            k += symbol >> 4;
            if (bits != 0) {
                if (k > 63) {
                    throw SequentialPass.pastBlock();
                }
                plane[at + k] = (short) HuffmanDecoder.extend(in.bits(bits), bits);
            }
            k++;
        }
    }

    @Override
    void reset() {
        Arrays.fill(predictions, 0);
    }
}
