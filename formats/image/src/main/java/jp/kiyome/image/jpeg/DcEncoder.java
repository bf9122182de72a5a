package jp.kiyome.image.jpeg;

/** DC scans of progressive coding, first and later ones (T.81 G.1.2.1). Not for sharing. */
final class DcEncoder extends ScanEncoder {

    private final int[] predictions;

    DcEncoder(Frame frame, ScanPlan plan, Coefficients coefficients, byte[][] lastIndexes, CodeSink sink) {
        super(frame, plan, coefficients, lastIndexes, sink);
        predictions = new int[plan.components().size()];
    }

    @Override
    void encode(int part, short[] plane, int at, int last) {
        int value = plane[at] >> plan.low();
        if (plan.high() > 0) {
            sink.bits(value & 1, 1);
        } else {
            value(CodeSink.dc(table(part)), 0, ScanDecoder.checked(value - predictions[part], ScanDecoder.MAX_DC));
            predictions[part] = value;
        }
    }

    @Override
    void encodeHidden(int part) {
        if (plan.high() > 0) {
            sink.bits(0, 1);
        } else {
            sink.code(CodeSink.dc(table(part)), 0, 0, 0);
        }
    }
}
