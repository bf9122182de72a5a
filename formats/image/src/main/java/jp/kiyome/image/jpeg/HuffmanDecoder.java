package jp.kiyome.image.jpeg;

import jp.kiyome.image.stream.Refused;

/**
 * A Huffman table made ready for decoding. An <em>entry</em> packs what one code means: the symbol (bits 0-7), the code's length (bits
 * 8-15), and the length of the code and its extra bits together (bits 16-23). Immutable, may be shared.
 */
final class HuffmanDecoder {

    /** What a symbol may be and how many extra bits follow it. */
    enum Use {
        /** T.81 F.1.2.1: the symbol is the size of a difference, at most 11 for 8-bit samples. */
        DC,
        /** T.81 F.1.2.2: run and size, size at most 10 for 8-bit samples; 0x00 is EOB, 0xF0 a run of sixteen zeros. */
        AC,
        /** T.81 G.1.2.2: as AC, but size 0 with a run below 15 is EOBn with n extra bits. */
        PROGRESSIVE_AC;

        private boolean allows(int symbol) {
            return switch (this) {
                case DC -> symbol <= 11;
                case AC -> (symbol & 15) <= 10 && ((symbol & 15) != 0 || symbol == 0 || symbol == 0xF0);
                case PROGRESSIVE_AC -> (symbol & 15) <= 10;
            };
        }

        private int extraBits(int symbol) {
            int size = symbol & 15;
            return this == PROGRESSIVE_AC && size == 0 && symbol != 0xF0 ? symbol >> 4 : size;
        }
    }

    /** Codes of at most so many bits are found by one look-up. */
    static final int LOOK_AHEAD = 10;

    static final int LOOK_SHIFT = 64 - LOOK_AHEAD;

    /** The entry for each value of the next ten bits, or 0 where {@link #longEntry} must be asked. */
    final int[] lookUp = new int[1 << LOOK_AHEAD];

    private final int[] firstCode = new int[17];
    private final int[] firstIndex = new int[17];
    private final int[] counts = new int[17];
    private final int[] entries;

    HuffmanDecoder(HuffmanTable table, Use use) {
        entries = new int[table.codes()];
        int code = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++) {
            counts[length] = table.codesOf(length);
            firstCode[length] = code;
            firstIndex[length] = index;
            for (int i = 0; i < counts[length]; i++, code++, index++) {
                int symbol = table.symbol(index);
                if (use.allows(symbol)) {
                    entries[index] = symbol | length << 8 | (length + use.extraBits(symbol)) << 16;
                    fill(code, length, entries[index]);
                }
            }
            code <<= 1;
        }
    }

    private void fill(int code, int length, int entry) {
        if (length <= LOOK_AHEAD) {
            int spread = LOOK_AHEAD - length;
            java.util.Arrays.fill(lookUp, code << spread, (code + 1) << spread, entry);
        }
    }

    /** The entry for the code at the top of {@code window}, for codes that {@link #lookUp} does not hold. */
    int longEntry(long window) {
        for (int length = 1; length <= 16; length++) {
            int offset = (int) (window >>> (64 - length)) - firstCode[length];
            if (offset >= 0 && offset < counts[length]) {
                int entry = entries[firstIndex[length] + offset];
                if (entry != 0) {
                    return entry;
                }
                break;
            }
        }
        throw Refused.damaged("code that the Huffman table does not hold or 8-bit samples do not use");
    }

    /** Decodes one code at the input's position; its extra bits are not consumed. Returns the symbol. */
    int symbol(EntropyInput in) {
        long window = EntropyInput.peek(in.data, in.bit);
        int entry = lookUp[(int) (window >>> LOOK_SHIFT)];
        if (entry == 0) {
            entry = longEntry(window);
        }
        in.bit += entry >> 8 & 0xFF;
        return entry & 0xFF;
    }

    /** The number that {@code size} extra bits stand for (T.81 F.2.2.1, EXTEND). */
    static int extend(int bits, int size) {
        return size == 0 || bits >= 1 << (size - 1) ? bits : bits - (1 << size) + 1;
    }
}
