package jp.kiyome.cad.dwg;

import java.nio.charset.StandardCharsets;

/** Reads the bit codes of a drawing (Open Design Specification for .dwg files, 2). Not thread-safe. */
final class BitReader {

    private final byte[] bytes;
    private long position;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Bits that are left. */
    long left() {
        return 8L * bytes.length - position;
    }

    int bits(int count) {
        if (count > left()) {
            throw DwgBytes.fault(position / 8, "the bits end");
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            int bit = bytes[(int) (position >>> 3)] >>> 7 - (int) (position & 7) & 1;
            value = value << 1 | bit;
            position++;
        }
        return value;
    }

    /** A bitshort (2.3). */
    int shortNumber() {
        return switch (bits(2)) {
            case 0 -> bits(8) | bits(8) << 8;
            case 1 -> bits(8);
            case 2 -> 0;
            default -> 256;
        };
    }

    /** A text with its length before it (2.8), of versions before 2007; some programs count a zero behind it. */
    String text() {
        int length = shortNumber();
        if (8L * length > left()) {
            throw DwgBytes.fault(position / 8, "a text behind the end");
        }
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) bits(8);
        }
        return new String(text, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
