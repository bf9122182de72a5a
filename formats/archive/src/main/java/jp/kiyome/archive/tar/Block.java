package jp.kiyome.archive.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/** A header block: fields at fixed places (POSIX.1-2017, pax, "ustar Interchange Format"). */
final class Block {

    static final int SIZE = 512;

    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_SIZE = 8;

    private final byte[] bytes;

    private Block(byte[] bytes) {
        this.bytes = bytes;
    }

    static Block at(Content content, long at) {
        byte[] bytes = new byte[SIZE];
        content.copy(at, bytes, 0, SIZE);
        return new Block(bytes);
    }

    boolean zero() {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the sum of all bytes is the one declared; some old programs added them as signed. */
    boolean summed() {
        long said = octal(CHECKSUM_AT, CHECKSUM_SIZE);
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < SIZE; i++) {
            byte b = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_SIZE ? (byte) ' ' : bytes[i];
            unsigned += b & 0xFF;
            signed += b;
        }
        return said == unsigned || said == signed;
    }

    boolean ustar() {
        return new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** Whether fields behind the magic are those of POSIX: GNU's own form has times and tables where the prefix is. */
    boolean posix() {
        return ustar() && bytes[262] == 0;
    }

    char type() {
        return (char) (bytes[156] & 0xFF);
    }

    long size() {
        return number(124, 12);
    }

    long time() {
        return number(136, 12);
    }

    /** Whether it tells whose file it is. */
    boolean owned() {
        return number(108, 8) != 0 || number(116, 8) != 0 || text(265, 32).length > 0 || text(297, 32).length > 0;
    }

    /** The whole name with its prefix. */
    byte[] name() {
        byte[] name = text(0, 100);
        byte[] prefix = posix() ? text(345, 155) : new byte[0];
        if (prefix.length == 0) {
            return name;
        }
        byte[] whole = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        whole[prefix.length] = '/';
        System.arraycopy(name, 0, whole, prefix.length + 1, name.length);
        return whole;
    }

    private byte[] text(int at, int most) {
        int end = at;
        while (end < at + most && bytes[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(bytes, at, end);
    }

    /** Octal digits, or a number of base 256 behind a set highest bit (GNU). */
    private long number(int at, int length) {
        if ((bytes[at] & 0x80) == 0) {
            long value = octal(at, length);
            if (value < 0) {
                throw Refusal.of("tar.header", "a number at " + at);
            }
            return value;
        }
        boolean negative = (bytes[at] & 0x40) != 0;
        long value = negative ? -1 : 0;
        for (int i = 0; i < length; i++) {
            int next = i == 0 && !negative ? bytes[at] & 0x7F : bytes[at + i] & 0xFF;
            if (i < length - 8 && next != (negative ? 0xFF : 0)) {
                throw Refusal.of("tar.header", "a number past all measure at " + at);
            }
            value = value << 8 | next;
        }
        return value;
    }

    /** -1 where it is no octal number; an empty field is zero. */
    private long octal(int at, int length) {
        int from = at;
        int end = at + length;
        while (from < end && bytes[from] == ' ') {
            from++;
        }
        long value = 0;
        while (from < end && bytes[from] >= '0' && bytes[from] <= '7') {
            value = value << 3 | (bytes[from++] - '0');
        }
        // Behind the digits stands a space or a zero, and behind that what nobody reads.
        return from == end || bytes[from] == ' ' || bytes[from] == 0 ? value : -1;
    }
}
