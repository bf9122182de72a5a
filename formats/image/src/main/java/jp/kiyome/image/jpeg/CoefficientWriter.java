package jp.kiyome.image.jpeg;

import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/** Writes a picture from its coefficients, scan by scan, each with the best tables for it. Not for sharing. */
final class CoefficientWriter {

    private final JpegPicture picture;
    private final Coefficients coefficients;
    private final byte[][] lastIndexes;
    private final Sink out;
    private final Budget budget;

    CoefficientWriter(JpegPicture picture, Coefficients coefficients, Sink out, Budget budget) {
        this.picture = picture;
        this.coefficients = coefficients;
        this.lastIndexes = new byte[picture.frame().components().size()][];
        for (int i = 0; i < lastIndexes.length; i++) {
            lastIndexes[i] = Coefficients.lastIndexes(coefficients.plane(i));
        }
        this.out = out;
        this.budget = budget;
    }

    void write() {
        SegmentWriter segments = new SegmentWriter(out);
        segments.start(picture);
        int[] room = new int[1 << 16];
        for (ScanPlan plan : ScanPlan.of(picture.frame(), picture.colours())) {
            SymbolRecorder symbols = new SymbolRecorder(room);
            encode(plan, symbols);
            room = symbols.room();
            ScanTables tables = ScanTables.best(symbols.counts(), plan);
            tables.write(segments);
            segments.scan(picture.colours(), plan);
            EntropyOutput entropy = new EntropyOutput(out);
            CodeWriter codes = new CodeWriter(entropy, tables);
            if (symbols.complete()) {
                symbols.replay(codes);
            } else {
                encode(plan, codes);
            }
            entropy.finish();
        }
        segments.end();
    }

    private void encode(ScanPlan plan, CodeSink sink) {
        ScanEncoder encoder = ScanEncoder.of(picture.frame(), plan, coefficients, lastIndexes, sink);
        McuWalk.walk(picture.frame(), plan.asScan(), encoder, budget);
        encoder.finish();
    }
}
