package jp.kiyome.ichitaro.raw;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kiyome.core.finding.Refusal;

/** Reads a stream from its beginning: big-endian numbers, and little-endian ones where a name says so. Not thread-safe. */
public final class In {

    private final Notes notes;
    private final byte[] bytes;
    private final int end;
    private int at;

    public In(byte[] bytes, Notes notes) {
        this(bytes, 0, bytes.length, notes);
    }

    private In(byte[] bytes, int from, int end, Notes notes) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.notes = notes;
    }

    /** Bytes not read yet. */
    public int left() {
        return end - at;
    }

    public int u8() {
        require(1);
        return bytes[at++] & 0xFF;
    }

    public int u16() {
        return u8() << 8 | u8();
    }

    public long u32() {
        return (long) u16() << 16 | u16();
    }

    /** A number of four bytes that counts something, which cannot be more than {@code most}. */
    public int count(long most) {
        return counted(u32(), most);
    }

    /** Likewise, the lowest byte first. */
    public int littleEndianCount(long most) {
        int low = u8() | u8() << 8;
        return counted((u8() | (long) u8() << 8) << 16 | low, most);
    }

    private int counted(long count, long most) {
        if (count > most) {
            throw broken(count + " of at most " + most);
        }
        return (int) count;
    }

    public byte[] take(int length) {
        require(length);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** The next {@code length} bytes as a stream of their own. */
    public In part(int length) {
        require(length);
        at += length;
        return new In(bytes, at - length, at, notes);
    }

    public String ascii(int length) {
        return new String(take(length), StandardCharsets.US_ASCII);
    }

    public boolean startsWith(String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
        return left() >= wanted.length && Arrays.equals(wanted, 0, wanted.length, bytes, at, at + wanted.length);
    }

    private void require(int length) {
        if (length < 0 || length > left()) {
            throw broken(length + " bytes wanted of " + left());
        }
    }

    public Refusal broken(String why) {
        return notes.damaged(why);
    }
}
