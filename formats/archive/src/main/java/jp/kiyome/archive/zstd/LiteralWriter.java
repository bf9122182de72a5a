package jp.kiyome.archive.zstd;

import java.io.ByteArrayOutputStream;
import jp.kiyome.container.packed.CodeLengths;

/** Writes the literals of a block: as they are, once where all are one, or coded where their values allow short weights. */
final class LiteralWriter {

    private static final int MOST_BITS = 11;

    /** Weights are written one by one, which can be said of so many (4.2.1.1). */
    private static final int MOST_WEIGHTS = 128;

    /** Below this, weights cost more than codes save. */
    private static final int LEAST = 64;

    private static final int ONE_STREAM = 1 << 10;

    private LiteralWriter() {}

    static void write(byte[] literals, int size, ByteArrayOutputStream out) {
        int[] counts = new int[256];
        for (int i = 0; i < size; i++) {
            counts[literals[i] & 0xFF]++;
        }
        if (size > 1 && counts[literals[0] & 0xFF] == size) {
            plainHead(1, size, out);
            out.write(literals[0]);
            return;
        }
        byte[] coded = size < LEAST ? new byte[0] : coded(literals, size, counts);
        if (coded.length == 0 || coded.length >= size) {
            plainHead(0, size, out);
            out.write(literals, 0, size);
            return;
        }
        codedHead(size, coded.length, out);
        out.write(coded, 0, coded.length);
    }

    private static void plainHead(int kind, int size, ByteArrayOutputStream out) {
        if (size < 32) {
            out.write(kind | size << 3);
        } else if (size < 1 << 12) {
            little(kind | 1 << 2 | size << 4, 2, out);
        } else {
            little(kind | 3 << 2 | size << 4, 3, out);
        }
    }

    private static void codedHead(int size, int coded, ByteArrayOutputStream out) {
        if (size < ONE_STREAM) {
            little(2 | (long) size << 4 | (long) coded << 14, 3, out);
        } else if (size < 1 << 14) {
            little(2 | 2 << 2 | (long) size << 4 | (long) coded << 18, 4, out);
        } else {
            little(2 | 3 << 2 | (long) size << 4 | (long) coded << 22, 5, out);
        }
    }

    static void little(long value, int count, ByteArrayOutputStream out) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }

    private static byte[] coded(byte[] literals, int size, int[] counts) {
        int last = 255;
        while (counts[last] == 0) {
            last--;
        }
        if (last > MOST_WEIGHTS) {
            return new byte[0];
        }
        byte[] lengths = new byte[256];
        CodeLengths.of(counts, lengths, MOST_BITS);
        int bits = 0;
        for (byte length : lengths) {
            bits = Math.max(bits, length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(127 + last);
        for (int i = 0; i < last; i += 2) {
            int second = i + 1 < last ? weight(lengths[i + 1], bits) : 0;
            out.write(weight(lengths[i], bits) << 4 | second);
        }
        int[] codes = codes(lengths, bits);
        if (size < ONE_STREAM) {
            byte[] stream = stream(literals, 0, size, codes, lengths);
            out.write(stream, 0, stream.length);
        } else {
            four(literals, size, codes, lengths, out);
        }
        return out.toByteArray();
    }

    private static int weight(int length, int bits) {
        return length == 0 ? 0 : bits + 1 - length;
    }

    /** The longest codes come first, those of one length in the order of their literals (4.2.1.3). */
    private static int[] codes(byte[] lengths, int bits) {
        int[] codes = new int[lengths.length];
        int at = 0;
        for (int length = bits; length > 0; length--) {
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == length) {
                    codes[i] = at >> bits - length;
                    at += 1 << bits - length;
                }
            }
        }
        return codes;
    }

    private static void four(byte[] literals, int size, int[] codes, byte[] lengths, ByteArrayOutputStream out) {
        int each = (size + 3) / 4;
        ByteArrayOutputStream streams = new ByteArrayOutputStream();
        for (int i = 0; i < 4; i++) {
            byte[] stream = stream(literals, each * i, Math.min(size, each * (i + 1)), codes, lengths);
            if (i < 3) {
                little(stream.length, 2, out);
            }
            streams.write(stream, 0, stream.length);
        }
        out.write(streams.toByteArray(), 0, streams.size());
    }

    private static byte[] stream(byte[] literals, int from, int to, int[] codes, byte[] lengths) {
        BitsOut out = new BitsOut();
        for (int i = to - 1; i >= from; i--) {
            int literal = literals[i] & 0xFF;
            out.write(codes[literal], lengths[literal]);
        }
        return out.done();
    }
}
