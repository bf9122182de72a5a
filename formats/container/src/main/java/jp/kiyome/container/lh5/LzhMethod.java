package jp.kiyome.container.lh5;

/** The members of the family, which differ in how far a match may reach. */
public enum LzhMethod {
    /** Reaches 4 KiB in what its makers wrote; read as far as its codes can say. */
    LH4(13, 14, 4),
    LH5(13, 14, 4),
    LH6(15, 16, 5),
    LH7(16, 17, 5);

    /** The shortest match. */
    static final int SHORTEST = 3;

    /** The longest match. */
    static final int LONGEST = 256;

    /** Literals, then match lengths from {@link #SHORTEST} on. */
    static final int SYMBOLS = 256 + LONGEST - SHORTEST + 1;

    /** Bits that say how many symbols have a code. */
    static final int SYMBOL_BITS = 9;

    /** Code lengths 0 to 16, after three codes for runs of zeros less one that says length 0: symbols of the code of codes. */
    static final int LENGTHS = 19;

    /** Bits that say how many lengths have a code. */
    static final int LENGTH_BITS = 5;

    /** Where in the code of codes a run of zeros is told in two bits. */
    static final int RUN_AT = 3;

    /** What stands before the first byte. */
    static final byte BLANK = ' ';

    private final int windowBits;
    private final int positions;
    private final int positionBits;

    LzhMethod(int windowBits, int positions, int positionBits) {
        this.windowBits = windowBits;
        this.positions = positions;
        this.positionBits = positionBits;
    }

    /** Bytes that a match may reach back. */
    int window() {
        return 1 << windowBits;
    }

    /** Symbols of the code of positions: the number of bits a distance less one has. */
    int positions() {
        return positions;
    }

    /** Bits that say how many positions have a code. */
    int positionBits() {
        return positionBits;
    }
}
