package jp.kiyome.archive.zstd;

import java.util.Arrays;

/** Codes with a {@link FseTable}, from the last symbol to the first. Not thread-safe. */
final class FseEncoder {

    private static final int NONE = -1;

    private final FseTable table;

    /** For each symbol and the state behind it, the state that leads there. */
    private final short[][] before;

    private int state = NONE;

    FseEncoder(FseTable table, int symbols) {
        this.table = table;
        int size = 1 << table.bits;
        before = new short[symbols][size];
        for (short[] row : before) {
            Arrays.fill(row, (short) NONE);
        }
        for (int from = 0; from < size; from++) {
            int base = table.base(from);
            Arrays.fill(before[table.symbol(from)], base, base + (1 << table.reads(from)), (short) from);
        }
    }

    void begin() {
        state = NONE;
    }

    /** The symbol that comes first, which is the last to be read, chooses its state; nothing is written for it. */
    void code(int symbol, BitsOut out) {
        if (state == NONE) {
            state = before[symbol][0];
            return;
        }
        int from = before[symbol][state];
        out.write(state - table.base(from), table.reads(from));
        state = from;
    }

    void end(BitsOut out) {
        out.write(state, table.bits);
    }
}
