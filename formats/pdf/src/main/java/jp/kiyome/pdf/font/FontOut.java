package jp.kiyome.pdf.font;

import java.util.Arrays;

/** Collects bytes, big-endian. Not thread-safe. */
final class FontOut {

    private byte[] bytes;
    private int size;

    FontOut() {
        this(64);
    }

    /** Takes {@code expected}: bytes that are likely to come; more may. */
    FontOut(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    private void room(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(size, more), bytes.length));
        }
    }

    FontOut u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    FontOut u16(int value) {
        room(2);
        bytes[size] = (byte) (value >> 8);
        bytes[size + 1] = (byte) value;
        size += 2;
        return this;
    }

    FontOut u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    FontOut bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    FontOut bytes(FontOut more) {
        room(more.size);
        System.arraycopy(more.bytes, 0, bytes, size, more.size);
        size += more.size;
        return this;
    }

    FontOut pad(int multiple) {
        while (size % multiple != 0) {
            u8(0);
        }
        return this;
    }

    /** Empty again, to be used again. */
    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
