package jp.kiyome.image.gif;

import java.util.Arrays;
import jp.kiyome.core.content.Sink;

/** Encodes a frame's colour indexes (GIF89a 22, appendix F); the table is cleared when it is full. Not for sharing. */
final class LzwEncoder {

    private static final int MAX_CODES = 4096;
    private static final int SLOTS = 1 << 14;
    private static final int NONE = -1;

    private final Sink out;
    private final int clear;
    private final int minimumSize;
    private final int[] keys = new int[SLOTS];
    private final short[] codes = new short[SLOTS];
    private final byte[] block = new byte[255];
    private int blockLength;
    private int next;
    private int size;
    private int prefix = NONE;
    private int bits;
    private int bitCount;

    /** @param codeSize 2 to 8 */
    LzwEncoder(Sink out, int codeSize) {
        this.out = out;
        this.minimumSize = codeSize;
        this.clear = 1 << codeSize;
        out.write(codeSize);
        this.size = codeSize + 1;
        put(clear);
        reset();
    }

    private void reset() {
        Arrays.fill(keys, NONE);
        next = clear + 2;
        size = minimumSize + 1;
    }

    void write(byte[] row, int from, int count) {
        for (int i = from; i < from + count; i++) {
            int index = row[i] & 0xFF;
            if (prefix == NONE) {
                prefix = index;
                continue;
            }
            int key = prefix << 8 | index;
            int slot = slot(key);
            if (keys[slot] == key) {
                prefix = codes[slot];
            } else {
                put(prefix);
                prefix = index;
                grow(key, slot);
            }
        }
    }

    /** The slot that holds the key, or the free one where it would stand. */
    private int slot(int key) {
        int slot = (key * 0x9E3779B1) >>> 18;
        while (keys[slot] != key && keys[slot] != NONE) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private void grow(int key, int slot) {
        // readers add their entry one code later, so the size grows when the entry about to be made needs it
        if (next == 1 << size && size < 12) {
            size++;
        }
        if (next < MAX_CODES) {
            keys[slot] = key;
            codes[slot] = (short) next++;
        } else {
            put(clear);
            reset();
        }
    }

    void finish() {
        if (prefix != NONE) {
            put(prefix);
            if (next == 1 << size && size < 12) {
                size++;
            }
        }
        put(clear + 1);
        if (bitCount > 0) {
            writeByte();
        }
        flush();
        out.write(0);
    }

    private void put(int code) {
        bits |= code << bitCount;
        bitCount += size;
        while (bitCount >= 8) {
            writeByte();
        }
    }

    private void writeByte() {
        block[blockLength++] = (byte) bits;
        bits >>>= 8;
        bitCount -= 8;
        if (blockLength == block.length) {
            flush();
        }
    }

    private void flush() {
        if (blockLength > 0) {
            out.write(blockLength);
            out.write(block, 0, blockLength);
            blockLength = 0;
        }
    }
}
