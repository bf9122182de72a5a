package jp.kiyome.container.lh5;

import java.util.Arrays;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.PrefixCode;

/** The codes of the block that is being read. */
final class LzhCodes {

    private static final int COMPLETE = 1 << PrefixCode.LONGEST;

    private final LzhMethod method;
    private final BitReader in;
    private final PrefixCode lengthCode = new PrefixCode(LzhMethod.LENGTHS);
    private final PrefixCode symbolCode = new PrefixCode(LzhMethod.SYMBOLS);
    private final PrefixCode positionCode;
    private final byte[] lengths = new byte[LzhMethod.SYMBOLS];

    LzhCodes(LzhMethod method, BitReader in) {
        this.method = method;
        this.in = in;
        this.positionCode = new PrefixCode(method.positions());
    }

    /** Reads the head of a block and says how many symbols follow. */
    int readBlock() {
        int symbols = in.read(16);
        if (symbols == 0) {
            throw in.broken("an empty block");
        }
        readShort(lengthCode, LzhMethod.LENGTHS, LzhMethod.LENGTH_BITS, LzhMethod.RUN_AT);
        readSymbolCode();
        readShort(positionCode, method.positions(), method.positionBits(), -1);
        return symbols;
    }

    int symbol() {
        return symbolCode.read(in);
    }

    /** How far back a match reaches: 1 is the byte before. */
    int distance() {
        int bits = positionCode.read(in);
        return 1 + (bits < 2 ? bits : 1 << bits - 1 | in.read(bits - 1));
    }

    /** A code whose lengths stand in three bits each, in more where all three are set. */
    private void readShort(PrefixCode code, int most, int countBits, int runAt) {
        int count = in.read(countBits);
        if (count == 0) {
            single(code, in.read(countBits), most);
            return;
        }
        require(count <= most);
        Arrays.fill(lengths, 0, most, (byte) 0);
        int at = 0;
        while (at < count) {
            lengths[at++] = (byte) shortLength();
            if (at == runAt) {
                at += in.read(2);
            }
        }
        require(at <= most && code.build(lengths, 0, most) == COMPLETE);
    }

    private int shortLength() {
        int length = in.read(3);
        while (length >= 7 && in.flag()) {
            length++;
            require(length <= PrefixCode.LONGEST);
        }
        return length;
    }

    private void readSymbolCode() {
        int count = in.read(LzhMethod.SYMBOL_BITS);
        if (count == 0) {
            single(symbolCode, in.read(LzhMethod.SYMBOL_BITS), LzhMethod.SYMBOLS);
            return;
        }
        require(count <= LzhMethod.SYMBOLS);
        Arrays.fill(lengths, (byte) 0);
        int at = 0;
        while (at < count) {
            int length = lengthCode.read(in);
            if (length > 2) {
                lengths[at++] = (byte) (length - 2);
            } else {
                at += zeros(length);
            }
        }
        require(at <= LzhMethod.SYMBOLS && symbolCode.build(lengths, 0, LzhMethod.SYMBOLS) == COMPLETE);
    }

    private int zeros(int kind) {
        return switch (kind) {
            case 0 -> 1;
            case 1 -> in.read(4) + 3;
            default -> in.read(LzhMethod.SYMBOL_BITS) + 20;
        };
    }

    private void single(PrefixCode code, int symbol, int most) {
        require(symbol < most);
        code.single(symbol);
    }

    private void require(boolean sound) {
        if (!sound) {
            throw in.broken("a code of a block");
        }
    }
}
