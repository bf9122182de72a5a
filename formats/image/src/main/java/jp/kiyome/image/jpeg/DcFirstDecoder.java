package jp.kiyome.image.jpeg;

import java.util.Arrays;

/** The first scan of DC coefficients (T.81 G.1.2.1). Not for sharing. */
final class DcFirstDecoder extends ScanDecoder {

    private final HuffmanDecoder[] dc;
    private final int[] predictions;

    DcFirstDecoder(Frame frame, Scan scan, EntropyInput in, Coefficients coefficients) {
        super(frame, scan, in, coefficients);
        dc = scan.parts().stream()
                .map(part -> part.dc().decoder(HuffmanDecoder.Use.DC))
                .toArray(HuffmanDecoder[]::new);
        predictions = new int[dc.length];
    }

    @Override
    void decode(int part, short[] plane, int at) {
        int size = dc[part].symbol(in);
        predictions[part] += size == 0 ? 0 : HuffmanDecoder.extend(in.bits(size), size);
        int value = checked(predictions[part], MAX_DC);
        plane[at] = checked(value << scan.low(), MAX_DC);
    }

    @Override
    void reset() {
        Arrays.fill(predictions, 0);
    }
}
