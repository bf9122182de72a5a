package jp.kiyome.container.lh5;

/** Symbols and distances of a block in the making, with how often each occurs. */
final class Block {

    /** Symbols between two questions whether the block should end. */
    static final int PIECE = 1 << 12;

    /** Symbols of a block at most; the head has 16 bits for them. */
    static final int MOST = 15 * PIECE;

    private static final int POSITIONS = LzhMethod.LH5.positions();

    final short[] symbols = new short[MOST + PIECE];
    final short[] distances = new short[MOST + PIECE];
    /** Of the part that surely belongs to the block. */
    private int[] symbolCounts = new int[LzhMethod.SYMBOLS];

    private int[] positionCounts = new int[POSITIONS];
    private int[] newSymbolCounts = new int[LzhMethod.SYMBOLS];
    private int[] newPositionCounts = new int[POSITIONS];
    private int sure;
    private int size;

    int size() {
        return size;
    }

    /** Symbols that belong to the block; those after them begin the next. */
    int sure() {
        return sure;
    }

    int[] symbolCounts() {
        return symbolCounts;
    }

    int[] positionCounts() {
        return positionCounts;
    }

    void literal(int value) {
        newSymbolCounts[value]++;
        symbols[size++] = (short) value;
    }

    void match(int length, int distance) {
        int symbol = length - LzhMethod.SHORTEST + 256;
        newSymbolCounts[symbol]++;
        newPositionCounts[positionSymbol(distance - 1)]++;
        symbols[size] = (short) symbol;
        distances[size++] = (short) (distance - 1);
    }

    /** The number of bits that a distance less one has. */
    static int positionSymbol(int position) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(position);
    }

    /** Whether a piece is complete. */
    boolean pieceDone() {
        return size - sure == PIECE;
    }

    /** Whether it is cheaper to end the block before the piece than to go on with the same codes. */
    boolean shouldEnd() {
        if (sure == 0) {
            return false;
        }
        if (size > MOST) {
            return true;
        }
        long apart = CodeCost.of(symbolCounts, positionCounts) + CodeCost.of(newSymbolCounts, newPositionCounts);
        return apart < CodeCost.of(sum(symbolCounts, newSymbolCounts), sum(positionCounts, newPositionCounts));
    }

    /** The piece belongs to the block. */
    void takePiece() {
        symbolCounts = sum(symbolCounts, newSymbolCounts);
        positionCounts = sum(positionCounts, newPositionCounts);
        newSymbolCounts = new int[LzhMethod.SYMBOLS];
        newPositionCounts = new int[POSITIONS];
        sure = size;
    }

    /** The sure part was written: the piece begins a block. */
    void startWithPiece() {
        System.arraycopy(symbols, sure, symbols, 0, size - sure);
        System.arraycopy(distances, sure, distances, 0, size - sure);
        size -= sure;
        symbolCounts = new int[LzhMethod.SYMBOLS];
        positionCounts = new int[POSITIONS];
        takePiece();
    }

    private static int[] sum(int[] one, int[] other) {
        int[] sum = new int[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }
}
