package jp.kiyome.container.xml;

import java.nio.charset.StandardCharsets;

/**
 * A piece of decoded text as UTF-8 bytes: an attribute's value or a run of characters. The bytes belong to the reader and are
 * valid until it moves on; {@link #set} puts other text in their place.
 *
 * <p>Not thread-safe.
 */
public final class Utf8 {

    private byte[] bytes;
    private int from;
    private int to;

    Utf8() {
        this.bytes = new byte[0];
    }

    /** Text of its own, for callers that have no reader. */
    public static Utf8 of(String text) {
        Utf8 value = new Utf8();
        value.set(text);
        return value;
    }

    void view(byte[] source, int start, int end) {
        bytes = source;
        from = start;
        to = end;
    }

    void take(Utf8 other) {
        view(other.bytes, other.from, other.to);
    }

    /**
     * Replaces the text.
     *
     * @throws IllegalArgumentException if XML does not allow one of the characters
     */
    public void set(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!XmlChars.allowed(text.codePointAt(i))) {
                throw new IllegalArgumentException("not a character of XML");
            }
        }
        byte[] replacement = text.getBytes(StandardCharsets.UTF_8);
        view(replacement, 0, replacement.length);
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Bytes. */
    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** The byte at {@code index}, signed. */
    public byte at(int index) {
        return bytes[from + index];
    }

    /** Characters, counting one for each code point. */
    public int codePoints() {
        int count = 0;
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    boolean contentEquals(byte[] other) {
        return java.util.Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    int contentHash() {
        return hash(bytes, from, to);
    }

    static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }
}
