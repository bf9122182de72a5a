package jp.kiyome.office.doc.raw;

import java.util.Arrays;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * Reads little-endian numbers from part of a stream. Whatever would be read outside is a refusal, {@code doc.broken}. Not
 * thread-safe.
 */
public final class In {

    private final byte[] data;
    private final String what;
    private final int end;
    private int at;

    private In(byte[] data, int from, int to, String what) {
        this.data = data;
        this.at = from;
        this.end = to;
        this.what = what;
    }

    /**
     * The whole of some bytes.
     *
     * @param what is read, for a report
     */
    public static In of(byte[] data, String what) {
        return new In(data, 0, data.length, what);
    }

    /** Part of a stream; negative numbers lie outside as too large ones do. */
    public static In of(byte[] data, long from, long length, String what) {
        if (from < 0 || length < 0 || from > data.length - length) {
            throw Refusal.of("doc.broken", Location.ofPart(what), length + " bytes at " + from);
        }
        return new In(data, (int) from, (int) (from + length), what);
    }

    public int left() {
        return end - at;
    }

    /** Where the next byte stands in the whole stream. */
    public int position() {
        return at;
    }

    public int u8() {
        need(1);
        return data[at++] & 0xFF;
    }

    public int u16() {
        return u8() | u8() << 8;
    }

    public int i16() {
        return (short) u16();
    }

    public int i32() {
        return u16() | u16() << 16;
    }

    public byte[] bytes(int count) {
        need(count);
        at += count;
        return Arrays.copyOfRange(data, at - count, at);
    }

    public In part(int count) {
        need(count);
        at += count;
        return new In(data, at - count, at, what);
    }

    /** A reader of the same bytes, so that this one stays where it is. */
    public In look() {
        return new In(data, at, end, what);
    }

    public void skip(int count) {
        need(count);
        at += count;
    }

    /**
     * The next characters.
     *
     * @param units of UTF-16
     */
    public String utf16(int units) {
        need(units * 2L);
        char[] text = new char[units];
        for (int i = 0; i < units; i++) {
            text[i] = (char) u16();
        }
        return new String(text);
    }

    public Refusal broken(String how) {
        return Refusal.of("doc.broken", Location.ofPart(what), how);
    }

    private void need(long count) {
        if (count < 0 || count > left()) {
            throw broken("ends early");
        }
    }
}
