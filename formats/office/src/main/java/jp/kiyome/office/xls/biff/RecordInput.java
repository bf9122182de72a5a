package jp.kiyome.office.xls.biff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The data of one record, low byte first. Nothing outside is ever read: once something was wrong it gives zeros, and {@link #ok} says
 * so. Not thread-safe.
 */
public final class RecordInput {

    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean ok = true;
    private boolean altered;
    private boolean strayed;
    private final Map<String, Integer> named = new HashMap<>(4);

    /** Another record, which lies in an array between two places. */
    public void over(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        ok = true;
        altered = false;
        strayed = false;
        if (!named.isEmpty()) {
            named.clear();
        }
    }

    /** Data that lie in an array of their own. */
    public static RecordInput of(byte[] data) {
        RecordInput input = new RecordInput();
        input.over(data, 0, data.length);
        return input;
    }

    public boolean ok() {
        return ok;
    }

    /** Says that the record cannot stay. */
    public void refuse() {
        ok = false;
    }

    /** Says that a value without a meaning was not zero, or not what it must be, and is not carried over. */
    public void alter() {
        altered = true;
    }

    public boolean altered() {
        return altered;
    }

    /** Says that a number pointed to something that is not there, or a range ended before it began, and was mended. */
    public void stray() {
        strayed = true;
    }

    public boolean strayed() {
        return strayed;
    }

    public int remaining() {
        return ok ? end - at : 0;
    }

    /** Whether so many numbers of so many bytes are there; asked before anything is allocated for them. */
    public boolean has(long count, int size) {
        if (!ok || count < 0 || count * size > end - at) {
            ok = false;
        }
        return ok;
    }

    public int u8() {
        return has(1, 1) ? bytes[at++] & 0xFF : 0;
    }

    public int u16() {
        if (!has(1, 2)) {
            return 0;
        }
        int value = (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
        at += 2;
        return value;
    }

    public int i32() {
        return has(1, 4) ? u16() | u16() << 16 : 0;
    }

    public long i64() {
        return has(1, 8) ? (i32() & 0xFFFFFFFFL) | (long) i32() << 32 : 0;
    }

    /** A number of 1, 2 or 4 bytes; without sign below 4. */
    public int number(int size) {
        return switch (size) {
            case 1 -> u8();
            case 2 -> u16();
            default -> i32();
        };
    }

    /** So many bytes, copied. */
    public byte[] bytes(int count) {
        if (!has(count, 1)) {
            return new byte[0];
        }
        byte[] copy = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return copy;
    }

    /** The rest, copied. */
    public byte[] rest() {
        return bytes(remaining());
    }

    /** The byte so far behind the place, without going there; 0 outside. */
    public int peek(int offset) {
        return ok && at + offset < end ? bytes[at + offset] & 0xFF : 0;
    }

    /** The characters of a string, in one byte each or in two ([MS-XLS] 2.5.293). */
    public String characters(int count, boolean wide) {
        if (!has(count, wide ? 2 : 1)) {
            return "";
        }
        String text = wide
                ? new String(bytes, at, count * 2, StandardCharsets.UTF_16LE)
                : new String(bytes, at, count, StandardCharsets.ISO_8859_1);
        at += wide ? count * 2 : count;
        return text;
    }

    /** A byte that says how wide characters are, and so many of them (2.5.296 XLUnicodeStringNoCch). */
    public String string(int count) {
        int flags = u8();
        if ((flags & ~1) != 0) {
            altered = true;
        }
        return characters(count, (flags & 1) != 0);
    }

    /** Keeps a number for the fields behind it. */
    void name(String name, int value) {
        named.put(name, value);
    }

    /** What a field before was; the layouts name no other. */
    public int named(String name) {
        return named.getOrDefault(name, 0);
    }

    /** Whether bytes are left that nothing named. */
    public boolean tail() {
        return ok && at < end;
    }
}
