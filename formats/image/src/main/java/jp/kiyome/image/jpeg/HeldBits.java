package jp.kiyome.image.jpeg;

/**
 * Correction bits that wait for the code before them (T.81 G.1.2.3): those of the run of ended blocks, one piece a block, and those of
 * the present block. Not for sharing.
 */
final class HeldBits {

    /** Bits that a run of ended blocks may hold back; the same as libjpeg's (jcphuff.c), so sizes are alike. */
    private static final int MAX_IN_RUN = 1000 - 63;

    private final CodeSink sink;
    private final long[] pieces = new long[MAX_IN_RUN + 1];
    private final byte[] lengths = new byte[MAX_IN_RUN + 1];
    private int pieceCount;
    private int bitsInRun;
    private long block;
    private int blockLength;

    HeldBits(CodeSink sink) {
        this.sink = sink;
    }

    void add(int bit) {
        block = block << 1 | bit;
        blockLength++;
    }

    boolean blockHasBits() {
        return blockLength > 0;
    }

    /** Moves the present block's bits to the run; returns whether the run must be written now. */
    boolean endBlock() {
        if (blockLength > 0) {
            pieces[pieceCount] = block;
            lengths[pieceCount++] = (byte) blockLength;
            bitsInRun += blockLength;
            clearBlock();
        }
        return bitsInRun > MAX_IN_RUN;
    }

    void emitRun() {
        for (int i = 0; i < pieceCount; i++) {
            emit(pieces[i], lengths[i]);
        }
        pieceCount = 0;
        bitsInRun = 0;
    }

    void emitBlock() {
        emit(block, blockLength);
        clearBlock();
    }

    private void clearBlock() {
        block = 0;
        blockLength = 0;
    }

    private void emit(long bits, int length) {
        if (length > 32) {
            sink.bits(bits >>> 32, length - 32);
            sink.bits(bits & 0xFFFF_FFFFL, 32);
        } else if (length > 0) {
            sink.bits(bits, length);
        }
    }
}
