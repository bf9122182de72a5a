package jp.kiyome.archive.block;

import java.util.Arrays;
import java.util.Objects;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * The fields of a header, one after another, lowest byte first. Reading past the end is a refusal with the code given.
 *
 * <p>Not thread-safe.
 */
public final class Fields {

    private final byte[] bytes;
    private final int end;
    private final String code;
    private int at;

    private Fields(byte[] bytes, int at, int end, String code) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
        this.code = code;
    }

    /** The {@code length} bytes of a file from {@code offset}, which are copied; refused with {@code code} where it has fewer. */
    public static Fields of(Content content, long offset, int length, String code) {
        if (offset < 0 || length < 0 || offset > content.size() - length) {
            throw Refusal.of(code, Location.wholeFile(), "cut off at " + offset);
        }
        byte[] bytes = new byte[length];
        content.copy(offset, bytes, 0, length);
        return of(bytes, code);
    }

    /** All of {@code bytes}, which nobody else changes. */
    public static Fields of(byte[] bytes, String code) {
        return new Fields(bytes, 0, bytes.length, code);
    }

    /** Where the next field begins, counted from the first byte. */
    public int at() {
        return at;
    }

    /** Bytes left. */
    public int left() {
        return end - at;
    }

    /** The byte at {@code index}, counted from the first; it is not gone past. */
    public int byteAt(int index) {
        return bytes[Objects.checkIndex(index, end)] & 0xFF;
    }

    /** The low eight bits of the sum of all bytes from {@code index} on. */
    public int sum(int index) {
        int sum = 0;
        for (int i = index; i < end; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }

    public int u8() {
        require(1);
        return bytes[at++] & 0xFF;
    }

    public int u16() {
        return (int) number(2);
    }

    public long u32() {
        return number(4);
    }

    /** Eight bytes; refused past 2^63. */
    public long u63() {
        long value = number(8);
        if (value < 0) {
            throw refusal("a number past 2^63");
        }
        return value;
    }

    /** Seven bits a byte, the lowest first, as long as the eighth is set; refused past 2^63. */
    public long variable() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int octet = u8();
            value |= (long) (octet & 0x7F) << shift;
            if ((octet & 0x80) == 0) {
                return value;
            }
        }
        throw refusal("a number past 2^63");
    }

    /** {@link #variable} that counts something that stands in these fields, so that it fits an {@code int}. */
    public int count() {
        long value = variable();
        require(value <= left(), "a length of " + value);
        return (int) value;
    }

    /** Eight bytes as they are. */
    public long bits64() {
        return number(8);
    }

    public byte[] bytes(int length) {
        require(length);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** All that is left. */
    public byte[] rest() {
        return bytes(left());
    }

    public void skip(int length) {
        require(length);
        at += length;
    }

    /** The next {@code length} bytes as fields of their own. */
    public Fields inner(int length) {
        require(length);
        at += length;
        return new Fields(bytes, at - length, at, code);
    }

    /** The bytes before the next one with this value, which is passed over too. */
    public byte[] until(int value) {
        int from = at;
        while (u8() != value) {
            // Goes on, to the refusal if need be.
        }
        return Arrays.copyOfRange(bytes, from, at - 1);
    }

    /** A refusal with the code of these fields. */
    public Refusal refusal(String why) {
        return Refusal.of(code, Location.wholeFile(), why);
    }

    /** Refused unless {@code sound}. */
    public void require(boolean sound, String why) {
        if (!sound) {
            throw refusal(why);
        }
    }

    private long number(int length) {
        require(length);
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        at += length;
        return number;
    }

    private void require(int length) {
        if (length < 0 || length > end - at) {
            throw refusal("a field is cut off");
        }
    }
}
