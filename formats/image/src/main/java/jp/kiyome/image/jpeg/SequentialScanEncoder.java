package jp.kiyome.image.jpeg;

/** Sequential scans (T.81 F.1.2). Not for sharing. */
final class SequentialScanEncoder extends ScanEncoder {

    private final int[] predictions;

    SequentialScanEncoder(Frame frame, ScanPlan plan, Coefficients coefficients, byte[][] lastIndexes, CodeSink sink) {
        super(frame, plan, coefficients, lastIndexes, sink);
        predictions = new int[plan.components().size()];
    }

    @Override
    void encode(int part, short[] plane, int at, int last) {
        int difference = plane[at] - predictions[part];
        predictions[part] = plane[at];
        value(CodeSink.dc(table(part)), 0, ScanDecoder.checked(difference, ScanDecoder.MAX_DC));
        int table = CodeSink.ac(table(part));
        int run = 0;
        for (int k = at + 1; k <= last; k++) {
            if (plane[k] == 0) {
                run++;
                continue;
            }
            for (; run > 15; run -= 16) {
                sink.code(table, 0xF0, 0, 0);
            }
            value(table, run, plane[k]);
            run = 0;
        }
        if (last < at + 63) {
            sink.code(table, 0, 0, 0);
        }
    }

    @Override
    void encodeHidden(int part) {
        sink.code(CodeSink.dc(table(part)), 0, 0, 0);
        sink.code(CodeSink.ac(table(part)), 0, 0, 0);
    }
}
