package jp.kiyome.image.webp.lossy;

import java.util.BitSet;
import jp.kiyome.image.stream.Bytes;

/** Counts in a first pass what the second will write, so that each frame has the probabilities that fit it. Not for sharing. */
final class Census implements KeyFrame.Visitor {

    private final FrameHeader header;
    private final int[] tokens = new int[2 * Tokens.PROBABILITIES];
    private final int[] segments = new int[4];
    private final BitSet filledOnes = new BitSet();
    private int macroblocks;
    private int filledCount;

    Census(FrameHeader header) {
        this.header = header;
    }

    @Override
    public void macroblock(int number, Prediction prediction, boolean filled, Decisions decisions) {
        macroblocks++;
        segments[prediction.segment()]++;
        if (filled) {
            filledCount++;
            filledOnes.set(number);
            decisions.count(tokens);
        }
    }

    int[] tokens() {
        return tokens;
    }

    BitSet filled() {
        return filledOnes;
    }

    boolean skips() {
        return filledCount < macroblocks;
    }

    int skipProbability() {
        return Adaptation.probability(filledCount, macroblocks - filledCount);
    }

    /** The header without values that no macroblock uses. */
    FrameHeader canonical() {
        FrameHeader.Segments read = header.segments();
        boolean map = segments[1] + segments[2] + segments[3] > 0;
        byte[] tree = {
            (byte) Adaptation.probability(segments[0] + segments[1], segments[2] + segments[3]),
            (byte) Adaptation.probability(segments[0], segments[1]),
            (byte) Adaptation.probability(segments[2], segments[3])
        };
        FrameHeader.Segments written = new FrameHeader.Segments(
                read.enabled(),
                map,
                Bytes.of(tree),
                read.absolute(),
                used(read.quantisers()),
                used(read.filterLevels()));
        return new FrameHeader(
                header.version(),
                header.width(),
                header.height(),
                header.clamping(),
                written,
                header.filter(),
                header.quantisers());
    }

    private FrameHeader.Signed used(FrameHeader.Signed values) {
        int[] kept = new int[4];
        for (int i = 0; i < 4; i++) {
            kept[i] = segments[i] > 0 ? values.at(i) : 0;
        }
        return new FrameHeader.Signed(kept[0], kept[1], kept[2], kept[3]);
    }

    /** @param segments as the header says that we write */
    static void writeSegment(BoolEncoder out, FrameHeader.Segments segments, int segment) {
        if (segments.map()) {
            out.bit(segment >> 1, segments.tree().at(0));
            out.bit(segment & 1, segments.tree().at(segment < 2 ? 1 : 2));
        }
    }

    void writeSkip(BoolEncoder out, boolean filled) {
        if (skips()) {
            out.bit(filled ? 0 : 1, skipProbability());
        }
    }
}
