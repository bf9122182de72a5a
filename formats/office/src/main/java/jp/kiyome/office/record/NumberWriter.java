package jp.kiyome.office.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: the body of a record being written. Not thread-safe. */
public final class NumberWriter {

    private byte[] bytes = new byte[64];
    private int size;

    public int size() {
        return size;
    }

    public NumberWriter u8(int value) {
        return number(1, value);
    }

    public NumberWriter u16(int value) {
        return number(2, value);
    }

    public NumberWriter i32(int value) {
        return number(4, value);
    }

    /** The lowest {@code width} bytes of a number. */
    public NumberWriter number(int width, int value) {
        room(width);
        Numbers.put(bytes, size, width, value);
        size += width;
        return this;
    }

    public NumberWriter zeros(int count) {
        room(count);
        Arrays.fill(bytes, size, size + count, (byte) 0);
        size += count;
        return this;
    }

    /** Bytes that were made here: a digest, another body. */
    public NumberWriter written(byte[] made) {
        room(made.length);
        System.arraycopy(made, 0, bytes, size, made.length);
        size += made.length;
        return this;
    }

    /** UTF-16, without an end. */
    public NumberWriter text(String text) {
        return written(text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** The last two bytes, as number; 0 where there are fewer. */
    public int lastU16() {
        return size < 2 ? 0 : Numbers.u16(bytes, size - 2);
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
