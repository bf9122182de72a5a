package jp.kiyome.office.doc.raw;

import java.util.Arrays;

/** Writes little-endian numbers. Not thread-safe. */
public final class Out {

    private byte[] data = new byte[256];
    private int used;

    public int size() {
        return used;
    }

    public byte[] bytes() {
        return Arrays.copyOf(data, used);
    }

    public Out u8(int value) {
        room(1);
        data[used++] = (byte) value;
        return this;
    }

    public Out u16(int value) {
        return u8(value).u8(value >> 8);
    }

    public Out i32(int value) {
        return u16(value).u16(value >> 16);
    }

    public Out bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, data, used, bytes.length);
        used += bytes.length;
        return this;
    }

    public Out utf16(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            u16(text.charAt(i));
        }
        return this;
    }

    public Out zeros(int count) {
        room(count);
        used += count;
        return this;
    }

    /** Zeros up to a multiple of so many bytes. */
    public Out align(int unit) {
        return zeros((unit - used % unit) % unit);
    }

    public void setU16(int at, int value) {
        data[at] = (byte) value;
        data[at + 1] = (byte) (value >> 8);
    }

    public void setI32(int at, int value) {
        setU16(at, value);
        setU16(at + 2, value >> 16);
    }

    private void room(int count) {
        if (count > data.length - used) {
            data = Arrays.copyOf(data, Math.max(Math.addExact(used, count), Math.min(data.length, 1 << 28) * 2 + 16));
        }
    }
}
