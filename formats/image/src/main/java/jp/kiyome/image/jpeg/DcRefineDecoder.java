package jp.kiyome.image.jpeg;

/** Later scans of DC coefficients: one bit a block (T.81 G.1.2.1). Not for sharing. */
final class DcRefineDecoder extends ScanDecoder {

    DcRefineDecoder(Frame frame, Scan scan, EntropyInput in, Coefficients coefficients) {
        super(frame, scan, in, coefficients);
    }

    @Override
    void decode(int part, short[] plane, int at) {
        plane[at] |= (short) (in.bits(1) << scan.low());
    }

    @Override
    void reset() {
        // refinement of DC predicts nothing
    }
}
