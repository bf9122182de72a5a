package jp.kiyome.archive.cab;

import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.PrefixCode;

/** The codes of an LZX block. Lengths are told as differences to those of the block before. Not thread-safe. */
final class LzxCodes {

    /** Match lengths that do not fit into the main code. */
    private static final int LENGTHS = 249;

    private static final int LITERALS = 256;
    private static final int ALIGNED = 8;
    private static final int PRE = 20;

    private final BitReader in;
    private final int mainSymbols;
    private final byte[] mainLengths;
    private final byte[] lengthLengths = new byte[LENGTHS];
    private final byte[] small = new byte[PRE];
    private final PrefixCode main;
    private final PrefixCode length = new PrefixCode(LENGTHS);
    private final PrefixCode aligned = new PrefixCode(ALIGNED);
    private final PrefixCode pre = new PrefixCode(PRE);

    /** @param slots of match offsets */
    LzxCodes(BitReader in, int slots) {
        this.in = in;
        this.mainSymbols = LITERALS + 8 * slots;
        this.mainLengths = new byte[mainSymbols];
        this.main = new PrefixCode(mainSymbols);
    }

    void readAligned() {
        for (int i = 0; i < ALIGNED; i++) {
            small[i] = (byte) in.read(3);
        }
        make(aligned, small, ALIGNED);
    }

    void read() {
        change(mainLengths, 0, LITERALS);
        change(mainLengths, LITERALS, mainSymbols);
        make(main, mainLengths, mainSymbols);
        change(lengthLengths, 0, LENGTHS);
        make(length, lengthLengths, LENGTHS);
    }

    int main() {
        return main.read(in);
    }

    int length() {
        return length.read(in);
    }

    int aligned() {
        return aligned.read(in);
    }

    /** Whether the byte 0xE8 has a code: then calls may be in what the block holds. */
    boolean mayHoldCalls() {
        return mainLengths[0xE8] != 0;
    }

    private void change(byte[] lengths, int from, int to) {
        for (int i = 0; i < PRE; i++) {
            small[i] = (byte) in.read(4);
        }
        make(pre, small, PRE);
        int at = from;
        while (at < to) {
            int symbol = pre.read(in);
            int run =
                    switch (symbol) {
                        case 17 -> 4 + in.read(4);
                        case 18 -> 20 + in.read(5);
                        case 19 -> 4 + in.read(1);
                        default -> 1;
                    };
            if (run > to - at) {
                throw in.broken("code lengths past their end");
            }
            int value = value(lengths[at], symbol);
            for (int i = 0; i < run; i++) {
                lengths[at++] = (byte) value;
            }
        }
    }

    private int value(int before, int symbol) {
        int change = symbol == 19 ? pre.read(in) : symbol;
        if (symbol == 17 || symbol == 18) {
            return 0;
        }
        if (change > 16) {
            throw in.broken("a code length of " + change);
        }
        return (before - change + 17) % 17;
    }

    private void make(PrefixCode code, byte[] lengths, int count) {
        if (code.build(lengths, 0, count) > 1 << PrefixCode.LONGEST) {
            throw in.broken("a code of a block");
        }
    }
}
