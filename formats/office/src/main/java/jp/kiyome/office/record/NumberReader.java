package jp.kiyome.office.record;

import java.nio.charset.StandardCharsets;

/**
 * Reads the body of a record from its first byte on. Once something did not fit it gives zeros, and {@link #ok} says so: whoever
 * reads asks before the result is used. Not thread-safe.
 */
public final class NumberReader {

    private final byte[] bytes;
    private int at;
    private boolean ok = true;

    public NumberReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean ok() {
        return ok;
    }

    /** Says that what was read is not what may stand there. */
    public void refuse() {
        ok = false;
    }

    public int position() {
        return at;
    }

    public int remaining() {
        return ok ? bytes.length - at : 0;
    }

    /** Whether so many units of so many bytes are there; asked before anything is allocated for them. */
    public boolean has(long count, int width) {
        if (count < 0 || count * width > remaining()) {
            ok = false;
        }
        return ok;
    }

    public int u8() {
        return number(1);
    }

    public int u16() {
        return number(2);
    }

    public int i32() {
        return number(4);
    }

    public int number(int width) {
        if (!has(1, width)) {
            return 0;
        }
        int value = Numbers.number(bytes, at, width);
        at += width;
        return value;
    }

    public void skip(int count) {
        if (has(count, 1)) {
            at += count;
        }
    }

    /** So many UTF-16 units. */
    public String text(int units) {
        if (!has(units, 2)) {
            return "";
        }
        String text = new String(bytes, at, units * 2, StandardCharsets.UTF_16LE);
        at += units * 2;
        return text;
    }

    /** A reader of the next bytes alone. */
    public NumberReader part(int length) {
        if (!has(length, 1)) {
            return new NumberReader(new byte[0]);
        }
        NumberReader part = new NumberReader(java.util.Arrays.copyOfRange(bytes, at, at + length));
        at += length;
        return part;
    }
}
