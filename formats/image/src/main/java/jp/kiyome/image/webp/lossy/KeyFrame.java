package jp.kiyome.image.webp.lossy;

import jp.kiyome.core.limit.Budget;
import jp.kiyome.image.stream.Noise;

/**
 * A key frame opened for one pass over its macroblocks (RFC 6386 section 19.3): what each is predicted by, and its tokens. Not for
 * sharing.
 */
final class KeyFrame {

    static final int NEVER_SKIPPED = -1;

    private static final int PADDING = 8;

    /** Takes the macroblocks in their order. */
    interface Visitor {

        /**
         * Takes one macroblock.
         *
         * @param filled whether any of its blocks holds more than its end
         * @param tokens what it holds; means nothing when {@code filled} is false
         */
        void macroblock(int number, Prediction prediction, boolean filled, Decisions tokens);
    }

    private final FrameHeader header;
    private final BoolDecoder modes;
    private final BoolDecoder[] partitions;
    private final int[] probabilities;
    private final int skipProbability;

    KeyFrame(
            FrameHeader header, BoolDecoder modes, BoolDecoder[] partitions, int[] probabilities, int skipProbability) {
        this.header = header;
        this.modes = modes;
        this.partitions = partitions;
        this.probabilities = probabilities;
        this.skipProbability = skipProbability;
    }

    FrameHeader header() {
        return header;
    }

    void visit(Visitor visitor, Noise noise, Budget budget) {
        int columns = header.columns();
        Prediction prediction = new Prediction(header, columns);
        Tokens tokens = new Tokens(probabilities, columns, noise);
        for (int row = 0; row < header.rows(); row++) {
            budget.checkTime();
            prediction.startRow();
            tokens.startRow();
            BoolDecoder partition = partitions[row % partitions.length];
            for (int column = 0; column < columns; column++) {
                prediction.readSegment(modes);
                boolean skipped = skipProbability != NEVER_SKIPPED && modes.bit(skipProbability) == 1;
                prediction.readModes(modes, column);
                boolean filled = false;
                if (skipped) {
                    tokens.skip(column, prediction.subblocks());
                } else {
                    filled = tokens.read(partition, column, prediction.subblocks());
                }
                visitor.macroblock(row * columns + column, prediction, filled, tokens.decisions());
            }
        }
    }

    /** Whole bytes that no macroblock used, but for those that encoders leave at the end of a partition. */
    long unused() {
        long unused = Math.max(0, modes.unused() - PADDING);
        for (BoolDecoder partition : partitions) {
            unused += Math.max(0, partition.unused() - PADDING);
        }
        return unused;
    }
}
