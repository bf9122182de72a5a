package jp.kiyome.container.lh5;

import jp.kiyome.container.packed.BitWriter;
import jp.kiyome.container.packed.CodeLengths;

/** The lengths of the symbols' codes as they are told: in a code of their own, runs of zeros made short. */
final class LengthRuns {

    private static final int SHORT_RUN = 1;
    private static final int LONG_RUN = 2;
    private static final int SHORT_RUN_FROM = 3;
    private static final int SHORT_RUN_BITS = 4;
    private static final int LONG_RUN_FROM = 20;

    private final int[] kinds = new int[LzhMethod.SYMBOLS];
    private final int[] runs = new int[LzhMethod.SYMBOLS];
    private final int count;
    private int used;

    LengthRuns(byte[] lengths) {
        int end = lengths.length;
        while (lengths[end - 1] == 0) {
            end--;
        }
        count = end;
        int at = 0;
        while (at < end) {
            if (lengths[at] != 0) {
                add(lengths[at++] + LONG_RUN, 0);
                continue;
            }
            int from = at;
            while (lengths[at] == 0) {
                at++;
            }
            zeros(at - from);
        }
    }

    private void zeros(int run) {
        if (run < SHORT_RUN_FROM) {
            add(0, 0);
            if (run == 2) {
                add(0, 0);
            }
        } else if (run < LONG_RUN_FROM - 1) {
            add(SHORT_RUN, run - SHORT_RUN_FROM);
        } else if (run == LONG_RUN_FROM - 1) {
            // One too many for the short form and one too few for the long.
            add(0, 0);
            add(SHORT_RUN, run - 1 - SHORT_RUN_FROM);
        } else {
            add(LONG_RUN, run - LONG_RUN_FROM);
        }
    }

    private void add(int kind, int run) {
        kinds[used] = kind;
        runs[used++] = run;
    }

    void write(BitWriter out) {
        int[] counts = new int[LzhMethod.LENGTHS];
        for (int i = 0; i < used; i++) {
            counts[kinds[i]]++;
        }
        byte[] lengths = new byte[LzhMethod.LENGTHS];
        if (CodeLengths.of(counts, lengths) < 2) {
            out.write(0, LzhMethod.LENGTH_BITS);
            out.write(BlockWriter.first(counts), LzhMethod.LENGTH_BITS);
        } else {
            BlockWriter.writeShort(out, lengths, LzhMethod.LENGTH_BITS, LzhMethod.RUN_AT);
        }
        out.write(count, LzhMethod.SYMBOL_BITS);
        int[] codes = CodeLengths.codes(lengths);
        for (int i = 0; i < used; i++) {
            int kind = kinds[i];
            out.write(codes[kind], lengths[kind]);
            if (kind == SHORT_RUN) {
                out.write(runs[i], SHORT_RUN_BITS);
            } else if (kind == LONG_RUN) {
                out.write(runs[i], LzhMethod.SYMBOL_BITS);
            }
        }
    }
}
