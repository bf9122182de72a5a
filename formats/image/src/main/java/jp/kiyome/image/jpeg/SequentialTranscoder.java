package jp.kiyome.image.jpeg;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Noise;

/**
 * Rebuilds sequential files of one scan in two passes over the input, with no memory for coefficients: one counts symbols, one
 * writes them. Not for sharing.
 */
final class SequentialTranscoder {

    private final Content content;
    private final JpegPicture picture;
    private final Scan scan;
    private final HuffmanDecoder[] dc;
    private final HuffmanDecoder[] ac;
    private final SymbolCounts counts = new SymbolCounts();
    private long leftover;

    SequentialTranscoder(Content content, JpegPicture picture) {
        this.content = content;
        this.picture = picture;
        this.scan = picture.scans().getFirst();
        this.dc = scan.parts().stream()
                .map(part -> part.dc().decoder(HuffmanDecoder.Use.DC))
                .toArray(HuffmanDecoder[]::new);
        this.ac = scan.parts().stream()
                .map(part -> part.ac().decoder(HuffmanDecoder.Use.AC))
                .toArray(HuffmanDecoder[]::new);
    }

    static boolean serves(JpegPicture picture) {
        return !picture.frame().progressive()
                && picture.scans().size() == 1
                && !picture.scans().getFirst().arithmetic();
    }

    /** Counts the symbols; throws a refusal where the scan is damaged. To be called before {@link #write}. */
    void count(Session session) {
        EntropyInput first = open();
        McuWalk.walk(picture.frame(), scan, new SequentialCount(scan, first, dc, ac, counts), session.budget());
        leftover = first.endScan();
    }

    void write(Sink out, Session session) {
        Leftover.report(leftover, scan, session);
        Noise noise = Noise.of(session);
        ScanPlan plan = ScanPlan.of(picture.frame(), picture.colours()).getFirst();
        ScanTables tables = ScanTables.best(counts, plan);
        SegmentWriter segments = new SegmentWriter(out);
        segments.start(picture);
        tables.write(segments);
        segments.scan(picture.colours(), plan);
        EntropyOutput entropy = new EntropyOutput(out);
        McuWalk.walk(
                picture.frame(),
                scan,
                new SequentialCopy(scan, open(), dc, ac, entropy, tables.codes(), noise),
                session.budget());
        entropy.finish();
        segments.end();
        noise.report(session);
    }

    private EntropyInput open() {
        return new EntropyInput(content, scan.start(), scan.end());
    }
}
