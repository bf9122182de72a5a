package jp.kiyome.archive.cab;

import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.Window;

/**
 * Unpacks Quantum as cabinets have it: arithmetic codes of 16 bits over nine models that learn. Memory is bounded by the
 * window, at most 2 MiB.
 *
 * <p>Source: M. Russotto, "The Quantum Compression Format". Not thread-safe; one decoder, one folder.
 */
final class QuantumDecoder {

    private static final int LITERALS = 64;
    private static final int LITERAL_MODELS = 4;
    private static final int TOP = 0x8000;
    private static final int SECOND = 0x4000;
    private static final int ALL = 0xFFFF;

    /** Where the lengths of the third kind of matches begin, less five, and how many bits tell where between two. */
    private static final int[] LENGTHS = {
        0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 18, 22, 26, 30, 38, 46, 54, 62, 78, 94, 110, 126, 158, 190, 222, 254
    };

    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    private final QuantumModel kinds = new QuantumModel(0, 7);
    private final QuantumModel[] literals = new QuantumModel[LITERAL_MODELS];
    private final QuantumModel shortOffsets;
    private final QuantumModel middleOffsets;
    private final QuantumModel longOffsets;
    private final QuantumModel lengths = new QuantumModel(0, LENGTHS.length);
    private final Window window;
    private int low;
    private int high;
    private int code;

    QuantumDecoder(int windowBits, Window window) {
        this.window = window;
        for (int i = 0; i < LITERAL_MODELS; i++) {
            literals[i] = new QuantumModel(i * LITERALS, LITERALS);
        }
        int slots = 2 * windowBits;
        shortOffsets = new QuantumModel(0, Math.min(slots, 24));
        middleOffsets = new QuantumModel(0, Math.min(slots, 36));
        longOffsets = new QuantumModel(0, slots);
    }

    /** Puts the next {@code size} bytes into the window; the codes begin anew, the models go on. */
    void frame(BitReader in, int size) {
        low = 0;
        high = ALL;
        code = in.read(16);
        long end = window.written() + size;
        while (window.written() < end) {
            int kind = symbol(kinds, in);
            if (kind < LITERAL_MODELS) {
                window.put(symbol(literals[kind], in));
            } else {
                match(kind, in, end - window.written());
            }
        }
    }

    private void match(int kind, BitReader in, long room) {
        int length = kind == 4 ? 3 : 4;
        QuantumModel offsets = kind == 4 ? shortOffsets : middleOffsets;
        if (kind == 6) {
            int slot = symbol(lengths, in);
            length = LENGTHS[slot] + in.read(LENGTH_BITS[slot]) + 5;
            offsets = longOffsets;
        }
        int slot = symbol(offsets, in);
        int extra = slot < 4 ? 0 : slot / 2 - 1;
        int base = slot < 4 ? slot : (2 | slot & 1) << extra;
        int distance = base + in.read(extra) + 1;
        if (!window.reaches(distance) || length > room) {
            throw in.broken("a match of " + length + " bytes reaches " + distance + " bytes back");
        }
        window.copy(distance, length);
    }

    private int symbol(QuantumModel model, BitReader in) {
        int range = high - low + 1;
        int point = ((code - low + 1) * model.total() - 1) / range & ALL;
        int place = model.find(point);
        int symbol = model.symbol(place);
        int total = model.total();
        high = low + model.sum(place) * range / total - 1;
        low += model.sum(place + 1) * range / total;
        model.learn(place);
        while (true) {
            if (((low ^ high) & TOP) != 0) {
                if ((low & SECOND) == 0 || (high & SECOND) != 0) {
                    break;
                }
                code ^= SECOND;
                low &= SECOND - 1;
                high |= SECOND;
            }
            low = low << 1 & ALL;
            high = (high << 1 | 1) & ALL;
            code = (code << 1 | in.read(1)) & ALL;
        }
        if (high < low) {
            throw in.broken("a range that holds nothing");
        }
        return symbol;
    }
}
