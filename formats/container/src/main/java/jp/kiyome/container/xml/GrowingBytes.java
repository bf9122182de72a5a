package jp.kiyome.container.xml;

import java.util.Arrays;

/** Bytes that are gathered piece by piece. Reused, so that gathering costs a copy and no more. */
final class GrowingBytes {

    private byte[] bytes = new byte[256];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void add(Utf8 piece) {
        int more = piece.length();
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
        System.arraycopy(piece.bytes(), piece.from(), bytes, length, more);
        length += more;
    }

    /** Lets {@code value} show what lies between two places; valid until more is gathered. */
    void show(Utf8 value, int from, int to) {
        value.view(bytes, from, to);
    }
}
