package jp.kiyome.image.jpeg;

import jp.kiyome.image.stream.Refused;

/** A Huffman table as DHT carries it (T.81 B.2.4.2, annex C). Immutable. */
final class HuffmanTable {

    private final int[] lengths;
    private final int[] symbols;

    /**
     * @param lengths how many codes there are of 1 to 16 bits, at index 0 to 15
     * @param symbols the coded bytes, shortest code first
     */
    HuffmanTable(int[] lengths, int[] symbols) {
        this.lengths = lengths.clone();
        this.symbols = symbols.clone();
        int codes = 0;
        long room = 1;
        for (int length : lengths) {
            room = 2 * room - length;
            codes += length;
            if (room < 0) {
                throw Refused.damaged("Huffman table with more codes than bits");
            }
        }
        if (codes != symbols.length || codes > 256) {
            throw Refused.damaged("Huffman table of " + codes + " codes");
        }
        requireDistinct(symbols);
    }

    /** Codes of {@code length} bits, 1 to 16. */
    int codesOf(int length) {
        return lengths[length - 1];
    }

    int codes() {
        return symbols.length;
    }

    int symbol(int index) {
        return symbols[index];
    }

    private static void requireDistinct(int[] symbols) {
        boolean[] seen = new boolean[256];
        for (int symbol : symbols) {
            if (seen[symbol]) {
                throw Refused.damaged("Huffman table with a symbol twice");
            }
            seen[symbol] = true;
        }
    }
}
