package jp.kiyome.office.xls.biff;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds records: a number, a size, and data, low byte first; too much data goes on in Continue records. Not thread-safe. */
public final class RecordOutput {

    private byte[] bytes = new byte[1 << 14];
    private int size;

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public void u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    public void u16(int value) {
        room(2);
        bytes[size++] = (byte) value;
        bytes[size++] = (byte) (value >> 8);
    }

    public void i32(int value) {
        u16(value);
        u16(value >> 16);
    }

    public void i64(long value) {
        i32((int) value);
        i32((int) (value >> 32));
    }

    /** A number of 1, 2 or 4 bytes. */
    public void number(int value, int width) {
        switch (width) {
            case 1 -> u8(value);
            case 2 -> u16(value);
            default -> i32(value);
        }
    }

    public void zeros(int count) {
        room(count);
        Arrays.fill(bytes, size, size + count, (byte) 0);
        size += count;
    }

    /** Bytes that our own code made. */
    public void bytes(byte[] made) {
        room(made.length);
        System.arraycopy(made, 0, bytes, size, made.length);
        size += made.length;
    }

    /** A byte that says how wide the characters are, and the characters, as narrow as they can be. */
    public void string(String text) {
        boolean wide = isWide(text);
        u8(wide ? 1 : 0);
        characters(text, wide);
    }

    /** Characters alone. */
    public void characters(String text, boolean wide) {
        bytes(text.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
    }

    /** Whether a character of the text needs two bytes. */
    public static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    /** Sets a number written before. */
    public void u16At(int offset, int value) {
        bytes[offset] = (byte) value;
        bytes[offset + 1] = (byte) (value >> 8);
    }

    /** Sets a number written before. */
    public void i32At(int offset, int value) {
        u16At(offset, value);
        u16At(offset + 2, value >> 16);
    }

    /** Begins a record; {@link #end} knows where it began. */
    public int begin(int id) {
        u16(id);
        u16(0);
        return size;
    }

    /**
     * Ends a record and sets its size.
     *
     * @param begun what {@link #begin} gave
     * @throws IllegalStateException when it has more data than a record may have
     */
    public void end(int begun) {
        int length = size - begun;
        if (length > RecordReader.MOST) {
            throw new IllegalStateException("a record of " + length + " bytes");
        }
        u16At(begun - 2, length);
    }

    /** A whole record of data that our own code made, in as many pieces as it takes. */
    public void record(int id, byte[] made) {
        int from = 0;
        do {
            int length = Math.min(RecordReader.MOST, made.length - from);
            u16(from == 0 ? id : RecordReader.CONTINUE);
            u16(length);
            room(length);
            System.arraycopy(made, from, bytes, size, length);
            size += length;
            from += length;
        } while (from < made.length);
    }

    /** Takes back everything behind a place. */
    public void cut(int to) {
        size = to;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Gives everything to a stream and begins anew. */
    public void drainTo(jp.kiyome.core.content.Sink sink) {
        sink.write(bytes, 0, size);
        size = 0;
    }

    /** Everything that another has. */
    public void append(RecordOutput made) {
        room(made.size);
        System.arraycopy(made.bytes, 0, bytes, size, made.size);
        size += made.size;
    }

    /** Gives everything to a stream and begins anew. */
    public void drainTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, size);
        size = 0;
    }

    private void room(int count) {
        if (count > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, count)));
        }
    }
}
