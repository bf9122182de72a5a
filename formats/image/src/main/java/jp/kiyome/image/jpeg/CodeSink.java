package jp.kiyome.image.jpeg;

/** Takes the symbols of a scan: once to count them, once to write them. */
interface CodeSink {

    /** Indexes of the four tables that a scan of ours may use. */
    static int dc(int destination) {
        return destination;
    }

    static int ac(int destination) {
        return 2 + destination;
    }

    /** A symbol of one of the four tables and the {@code count} extra bits behind it, 0 to 15. */
    void code(int table, int symbol, int extra, int count);

    /** Bits that stand outside the Huffman code, 1 to 32. */
    void bits(long value, int count);
}
