package jp.kiyome.image.tiff;

import java.util.Arrays;
import jp.kiyome.core.content.Sink;

/** LZW as TIFF has it (section 13), the table cleared when entry 4094 is made. Not for sharing. */
final class LzwRows implements StripWriter {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FULL = 4095;
    private static final int SLOTS = 1 << 14;
    private static final int NONE = -1;

    private final BitOutput out;
    private final int[] keys = new int[SLOTS];
    private final short[] codes = new short[SLOTS];
    private int next;
    private int size;
    private int prefix = NONE;

    LzwRows(Sink out) {
        this.out = new BitOutput(out);
        this.size = 9;
        this.out.put(CLEAR, size);
        reset();
    }

    private void reset() {
        Arrays.fill(keys, NONE);
        next = END + 1;
        size = 9;
    }

    @Override
    public void write(byte[] row, int length) {
        for (int i = 0; i < length; i++) {
            int value = row[i] & 0xFF;
            if (prefix == NONE) {
                prefix = value;
                continue;
            }
            int key = (prefix << 8) | value;
            int slot = slot(key);
            if (keys[slot] == key) {
                prefix = codes[slot];
            } else {
                out.put(prefix, size);
                prefix = value;
                grow(key, slot);
            }
        }
    }

    private int slot(int key) {
        int slot = (key * 0x9E3779B1) >>> 18;
        while (keys[slot] != key && keys[slot] != NONE) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private void grow(int key, int slot) {
        keys[slot] = key;
        codes[slot] = (short) next++;
        if (next == FULL) {
            out.put(CLEAR, size);
            reset();
        } else if (next == 1 << size) {
            size++;
        }
    }

    @Override
    public void finish() {
        if (prefix != NONE) {
            out.put(prefix, size);
            if (next == (1 << size) - 1 && size < 12) {
                size++;
            }
        }
        out.put(END, size);
        out.finish();
    }
}
