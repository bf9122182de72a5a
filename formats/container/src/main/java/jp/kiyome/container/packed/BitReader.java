package jp.kiyome.container.packed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * Reads bits, the highest of a byte first. Bits past the end may be looked at (they are zero) but not read.
 *
 * <p>Not thread-safe.
 */
public final class BitReader {

    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final Location where;
    private final int swap;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    private long fetched;
    private long bits;
    private int count;
    private int padding;

    private BitReader(InputStream in, Location where, int swap) {
        this.in = in;
        this.where = where;
        this.swap = swap;
    }

    /** Byte after byte. */
    public static BitReader ofBytes(InputStream in, Location where) {
        return new BitReader(in, where, 0);
    }

    /** Words of 16 bits, the low byte first. */
    public static BitReader ofWords(InputStream in, Location where) {
        return new BitReader(in, where, 1);
    }

    /** The next {@code length} bits, 0 to 32, without going on. */
    public int peek(int length) {
        if (count < length) {
            fill();
        }
        return (int) (bits >>> 1 >>> 63 - length);
    }

    /** Goes on by {@code length} bits, at most 32. */
    public void skip(int length) {
        if (count < length) {
            fill();
        }
        bits <<= length;
        count -= length;
        if (count < padding) {
            throw broken("ends early");
        }
    }

    /** The next {@code length} bits, 0 to 32; of 32 the highest is the sign. */
    public int read(int length) {
        int value = peek(length);
        skip(length);
        return value;
    }

    /** One bit. */
    public boolean flag() {
        return read(1) != 0;
    }

    /** Bits read so far. */
    public long position() {
        return (fetched << 3) - (count - padding);
    }

    /** Goes on to the next whole byte. */
    public void alignByte() {
        skip((int) (-position() & 7));
    }

    /** Whether no whole byte is left. */
    public boolean atEnd() {
        fill();
        return count - padding < 8;
    }

    /** A refusal with {@code packed.broken}. */
    public Refusal broken(String why) {
        return Refusal.of("packed.broken", where, why);
    }

    private void fill() {
        while (count <= 56) {
            long next = nextByte();
            if (next < 0) {
                padding += 8;
                next = 0;
            }
            bits |= next << 56 - count;
            count += 8;
        }
    }

    private int nextByte() {
        if (at >= limit && !load()) {
            return -1;
        }
        fetched++;
        return buffer[at++ ^ swap] & 0xFF;
    }

    private boolean load() {
        try {
            limit = in.readNBytes(buffer, 0, BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (swap != 0 && (limit & 1) != 0) {
            // Half a word: the other half is looked at, but means nothing.
            buffer[limit++] = 0;
        }
        at = 0;
        return limit > 0;
    }
}
