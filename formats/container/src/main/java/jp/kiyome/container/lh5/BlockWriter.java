package jp.kiyome.container.lh5;

import jp.kiyome.container.packed.BitWriter;
import jp.kiyome.container.packed.CodeLengths;

/** Writes the blocks: codes first, then the symbols in them. */
final class BlockWriter {

    private final BitWriter out;
    private final byte[] symbolLengths = new byte[LzhMethod.SYMBOLS];
    private final byte[] positionLengths = new byte[LzhMethod.LH5.positions()];

    BlockWriter(BitWriter out) {
        this.out = out;
    }

    /** Writes the sure part of a block. */
    void write(Block block) {
        out.write(block.sure(), 16);
        if (CodeLengths.of(block.symbolCounts(), symbolLengths) < 2) {
            writeSingle(0, LzhMethod.LENGTH_BITS);
            writeSingle(block.symbols[0], LzhMethod.SYMBOL_BITS);
        } else {
            new LengthRuns(symbolLengths).write(out);
        }
        int positionBits = LzhMethod.LH5.positionBits();
        int positions = CodeLengths.of(block.positionCounts(), positionLengths);
        if (positions < 2) {
            writeSingle(positions == 0 ? 0 : first(block.positionCounts()), positionBits);
        } else {
            writeShort(out, positionLengths, positionBits, -1);
        }
        writeSymbols(block, CodeLengths.codes(symbolLengths), CodeLengths.codes(positionLengths));
    }

    private void writeSymbols(Block block, int[] symbolCodes, int[] positionCodes) {
        for (int i = 0; i < block.sure(); i++) {
            int symbol = block.symbols[i];
            out.write(symbolCodes[symbol], symbolLengths[symbol]);
            if (symbol >= 256) {
                int position = block.distances[i];
                int bits = Block.positionSymbol(position);
                out.write(positionCodes[bits], positionLengths[bits]);
                if (bits > 1) {
                    out.write(position - (1 << bits - 1), bits - 1);
                }
            }
        }
    }

    private void writeSingle(int symbol, int bits) {
        out.write(0, bits);
        out.write(symbol, bits);
    }

    static int first(int[] counts) {
        int i = 0;
        while (counts[i] == 0) {
            i++;
        }
        return i;
    }

    /** The lengths of a small code, three bits each or, past six, as many ones and a zero. */
    static void writeShort(BitWriter out, byte[] lengths, int countBits, int runAt) {
        int count = lengths.length;
        while (lengths[count - 1] == 0) {
            count--;
        }
        out.write(count, countBits);
        int at = 0;
        while (at < count) {
            int length = lengths[at++];
            if (length < 7) {
                out.write(length, 3);
            } else {
                out.write((1 << length - 3) - 2, length - 3);
            }
            if (at == runAt) {
                int zeros = 0;
                while (zeros < 3 && lengths[at] == 0) {
                    zeros++;
                    at++;
                }
                out.write(zeros, 2);
            }
        }
    }
}
