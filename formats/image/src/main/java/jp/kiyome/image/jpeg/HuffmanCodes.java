package jp.kiyome.image.jpeg;

/** A Huffman table made ready for encoding (T.81 C.2). Immutable. */
final class HuffmanCodes {

    static final HuffmanCodes NONE = new HuffmanCodes();

    /** The code of each symbol, read by the loops that write millions of them. */
    final int[] codes = new int[256];

    /** Its length in bits; 0 where a symbol has no code. */
    final int[] lengths = new int[256];

    private HuffmanCodes() {}

    static HuffmanCodes of(HuffmanTable table) {
        HuffmanCodes result = new HuffmanCodes();
        int code = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++) {
            for (int i = 0; i < table.codesOf(length); i++) {
                int symbol = table.symbol(index++);
                result.codes[symbol] = code++;
                result.lengths[symbol] = length;
            }
            code <<= 1;
        }
        return result;
    }
}
