package jp.kiyome.image.jpeg;

/** The first scan of a band of AC coefficients (T.81 G.1.2.2). Not for sharing. */
final class AcFirstEncoder extends ScanEncoder {

    private final EndedBlocks ended;
    private final int table;

    AcFirstEncoder(Frame frame, ScanPlan plan, Coefficients coefficients, byte[][] lastIndexes, CodeSink sink) {
        super(frame, plan, coefficients, lastIndexes, sink);
        table = CodeSink.ac(table(0));
        ended = new EndedBlocks(sink, table);
    }

    @Override
    void encode(int part, short[] plane, int at, int last) {
        int end = at + plan.spectralEnd();
        int stop = Math.min(end, last);
        int run = 0;
        for (int k = at + plan.spectralStart(); k <= stop; k++) {
            int value = plane[k];
            // the point transform of AC divides towards zero (T.81 A.4)
            int shifted = value < 0 ? -(-value >> plan.low()) : value >> plan.low();
            if (shifted == 0) {
                run++;
                continue;
            }
            ended.emit();
            for (; run > 15; run -= 16) {
                sink.code(table, 0xF0, 0, 0);
            }
            value(table, run, shifted);
            run = 0;
        }
        if ((run > 0 || stop < end) && ended.add()) {
            ended.emit();
        }
    }

    @Override
    void encodeHidden(int part) {
        throw new IllegalStateException("AC scans hold visible blocks alone");
    }

    @Override
    void finish() {
        ended.emit();
    }
}
