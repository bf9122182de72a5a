package jp.kiyome.image.jpeg;

import java.util.Arrays;

/**
 * Counts the symbols of a scan and keeps them, so that they need not be found in the coefficients again once their codes are known. Keeps
 * no more than a fixed number. Not for sharing.
 */
final class SymbolRecorder implements CodeSink {

    /** 32 MiB. */
    private static final int MOST = 8 << 20;

    private static final int BITS = 1 << 31;

    private final SymbolCounts counts = new SymbolCounts();
    private int[] items;
    private int kept;
    private boolean overflown;

    /** @param room to reuse, from a recorder that nobody needs any more */
    SymbolRecorder(int[] room) {
        this.items = room;
    }

    int[] room() {
        return items;
    }

    SymbolCounts counts() {
        return counts;
    }

    /** Whether {@link #replay} gives everything. */
    boolean complete() {
        return !overflown;
    }

    @Override
    public void code(int table, int symbol, int extra, int count) {
        counts.code(table, symbol, extra, count);
        keep(table << 27 | symbol << 19 | count << 15 | extra);
    }

    @Override
    public void bits(long value, int count) {
        keep(BITS | count);
        keep((int) value);
    }

    private void keep(int item) {
        if (kept == items.length) {
            if (kept >= MOST) {
                overflown = true;
                return;
            }
            items = Arrays.copyOf(items, Math.min(MOST, 2 * kept));
        }
        items[kept++] = item;
    }

    void replay(CodeSink sink) {
        for (int i = 0; i < kept; i++) {
            int item = items[i];
            if (item < 0) {
                sink.bits(items[++i] & 0xFFFF_FFFFL, item & ~BITS);
            } else {
                sink.code(item >> 27, item >> 19 & 0xFF, item & 0x7FFF, item >> 15 & 15);
            }
        }
    }
}
