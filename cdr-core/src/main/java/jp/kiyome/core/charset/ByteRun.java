package jp.kiyome.core.charset;

import java.util.Arrays;

/** Bytes that grow. */
final class ByteRun {

    private byte[] bytes;
    private int size;

    ByteRun(int expected) {
        this.bytes = new byte[Math.max(16, expected)];
    }

    void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    void put(int first, int second) {
        put(first);
        put(second);
    }

    /** Characters below 0x80, a byte each. */
    void putAscii(char[] text, int from, int to) {
        int needed = size + to - from;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        for (int i = from; i < to; i++) {
            bytes[size++] = (byte) text[i];
        }
    }

    int size() {
        return size;
    }

    /** The array behind; filled up to {@link #size}. */
    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    byte[] taken() {
        return Arrays.copyOf(bytes, size);
    }
}
