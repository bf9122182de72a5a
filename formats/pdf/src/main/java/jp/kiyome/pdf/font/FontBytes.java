package jp.kiyome.pdf.font;

import java.util.Arrays;

/** The bytes of a font program, read big-endian; reading outside them throws {@link Unreadable}. Not thread-safe. */
final class FontBytes {

    /** Thrown where a font breaks its format: the font, or the glyph, is left out. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    private final byte[] bytes;
    private final int start;
    private final int end;
    int at;

    FontBytes(byte[] bytes, int start, long length) {
        if (start < 0 || length < 0 || start + length > bytes.length) {
            throw new Unreadable("outside the font");
        }
        this.bytes = bytes;
        this.start = start;
        this.end = (int) (start + length);
        this.at = start;
    }

    FontBytes(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    int size() {
        return end - start;
    }

    FontBytes part(long from, long length) {
        if (from < 0 || length < 0 || from + length > size()) {
            throw new Unreadable("outside the table");
        }
        return new FontBytes(bytes, (int) (start + from), length);
    }

    void seek(long offset) {
        if (offset < 0 || offset > size()) {
            throw new Unreadable("outside the table");
        }
        at = (int) (start + offset);
    }

    int position() {
        return at - start;
    }

    boolean more() {
        return at < end;
    }

    int u8() {
        if (at >= end) {
            throw new Unreadable("ends early");
        }
        return bytes[at++] & 0xFF;
    }

    int u16() {
        if (end - at < 2) {
            throw new Unreadable("ends early");
        }
        at += 2;
        return (bytes[at - 2] & 0xFF) << 8 | bytes[at - 1] & 0xFF;
    }

    int s16() {
        return (short) u16();
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    byte[] bytes(int length) {
        if (length < 0 || length > end - at) {
            throw new Unreadable("ends early");
        }
        byte[] copy = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return copy;
    }

    void skip(int length) {
        if (length < 0 || length > end - at) {
            throw new Unreadable("ends early");
        }
        at += length;
    }

    byte[] all() {
        return Arrays.copyOfRange(bytes, start, end);
    }
}
