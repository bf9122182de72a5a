package jp.kiyome.container.lh5;

import java.io.InputStream;
import jp.kiyome.container.packed.BitWriter;
import jp.kiyome.container.packed.ByteTarget;

/**
 * Packs as -lh5-. The same bytes give the same stream, on every machine. Memory is fixed, below one MiB.
 *
 * <p>Not thread-safe; one encoder, one stream.
 */
public final class LzhEncoder {

    /** A match of this length is taken without a look at the next place. */
    private static final int LONG_ENOUGH = 64;

    /** A match of three bytes from farther away costs more than its literals, mostly. */
    private static final int FAR = 1 << 11;

    private final MatchFinder finder;
    private final Block block = new Block();
    private final BlockWriter writer;

    private LzhEncoder(InputStream in, BitWriter out) {
        this.finder = new MatchFinder(in);
        this.writer = new BlockWriter(out);
    }

    /**
     * Packs all of {@code in}; nothing comes of nothing.
     *
     * @return bytes written to {@code out}
     * @throws java.io.UncheckedIOException when {@code in} cannot be read
     */
    public static long encode(InputStream in, ByteTarget out) {
        BitWriter bits = new BitWriter(out);
        new LzhEncoder(in, bits).run();
        bits.finish();
        return bits.bytes();
    }

    private void run() {
        int length = matchHere(LzhMethod.SHORTEST - 1);
        int distance = finder.distance();
        while (!finder.atEnd()) {
            int literal = finder.literal();
            finder.step();
            int next = 0;
            if (length < LONG_ENOUGH) {
                next = matchHere(Math.max(length, LzhMethod.SHORTEST - 1));
            }
            if (length < LzhMethod.SHORTEST || next > length) {
                block.literal(literal);
                length = next;
            } else {
                block.match(length, distance);
                finder.step(length - 1);
                length = matchHere(LzhMethod.SHORTEST - 1);
            }
            distance = finder.distance();
            if (block.pieceDone()) {
                endPiece();
            }
        }
        endPiece();
        if (block.size() > 0) {
            writer.write(block);
        }
    }

    private int matchHere(int known) {
        int length = finder.longerThan(known);
        boolean poor = length == LzhMethod.SHORTEST && known < length && finder.distance() > FAR;
        return poor ? known : length;
    }

    private void endPiece() {
        if (block.shouldEnd()) {
            writer.write(block);
            block.startWithPiece();
        } else {
            block.takePiece();
        }
    }
}
