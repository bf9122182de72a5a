package jp.kiyome.image.stream;

import java.util.Arrays;

/** A few bytes that do not change: a palette, a small chunk, a profile. Equal when the bytes are. Immutable. */
public final class Bytes {

    private static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] values;

    private Bytes(byte[] values) {
        this.values = values;
    }

    /** Takes the array over: nobody may write to it afterwards. */
    public static Bytes of(byte[] values) {
        return new Bytes(values);
    }

    public static Bytes none() {
        return NONE;
    }

    public int length() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** The byte at {@code index}, 0 to 255. */
    public int at(int index) {
        return values[index] & 0xFF;
    }

    public byte[] toArray() {
        return values.clone();
    }

    public Bytes part(int from, int to) {
        return new Bytes(Arrays.copyOfRange(values, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(values, bytes.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
