package jp.kiyome.archive.zstd;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Packs one block after another. The same blocks give the same bytes. Not thread-safe. */
final class BlockWriter {

    private static final int MOST_SEQUENCES = ZstdInput.BLOCK / 4;

    private final MatchFinder finder;
    private final byte[] literals = new byte[ZstdInput.BLOCK];
    private final int[] plain = new int[MOST_SEQUENCES];
    private final int[] matched = new int[MOST_SEQUENCES];
    private final int[] distances = new int[MOST_SEQUENCES];
    private final FseEncoder lengths = new FseEncoder(Codes.LENGTHS.predefined, Codes.LENGTHS.last + 1);
    private final FseEncoder offsets = new FseEncoder(Codes.OFFSETS.predefined, Codes.OFFSETS.last + 1);
    private final FseEncoder matches = new FseEncoder(Codes.MATCHES.predefined, Codes.MATCHES.last + 1);
    private int literalCount;
    private int count;

    BlockWriter(MatchFinder finder) {
        this.finder = finder;
    }

    /** Packs bytes that stand in the finder; empty where that saves nothing. */
    byte[] pack(int from, int to) {
        split(from, to);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LiteralWriter.write(literals, literalCount, out);
        sequences(out);
        return out.size() < to - from ? out.toByteArray() : new byte[0];
    }

    private void split(int from, int to) {
        literalCount = 0;
        count = 0;
        int start = from;
        int at = from;
        while (at < to) {
            int length = finder.find(at);
            if (length == 0) {
                // Where nothing was found for long, fewer places are looked at.
                at += 1 + (at - start >> 8);
                continue;
            }
            keep(start, at);
            plain[count] = at - start;
            matched[count] = length;
            distances[count++] = finder.distance;
            at += length;
            start = at;
        }
        keep(start, to);
    }

    private void keep(int from, int to) {
        System.arraycopy(finder.bytes, from, literals, literalCount, to - from);
        literalCount += to - from;
    }

    private void sequences(ByteArrayOutputStream out) {
        if (count < 128) {
            out.write(count);
        } else if (count < 0x7F00) {
            out.write((count >> 8) + 128);
            out.write(count);
        } else {
            out.write(255);
            LiteralWriter.little(count - 0x7F00, 2, out);
        }
        if (count == 0) {
            return;
        }
        // All three tables are the predefined ones.
        out.write(0);
        BitsOut bits = new BitsOut();
        lengths.begin();
        offsets.begin();
        matches.begin();
        for (int i = count - 1; i >= 0; i--) {
            int length = Codes.LENGTHS.codeOf(plain[i]);
            int match = Codes.MATCHES.codeOf(matched[i]);
            int value = distances[i] + 3;
            int offset = 31 - Integer.numberOfLeadingZeros(value);
            offsets.code(offset, bits);
            matches.code(match, bits);
            lengths.code(length, bits);
            bits.write(plain[i] - Codes.LENGTHS.base(length), Codes.LENGTHS.bits(length));
            bits.write(matched[i] - Codes.MATCHES.base(match), Codes.MATCHES.bits(match));
            bits.write(value, offset);
        }
        matches.end(bits);
        offsets.end(bits);
        lengths.end(bits);
        byte[] done = bits.done();
        out.write(done, 0, done.length);
    }

    /** Whether all bytes are one. */
    boolean repeated(int from, int to) {
        byte[] bytes = finder.bytes;
        return to - from > 1 && Arrays.equals(bytes, from, to - 1, bytes, from + 1, to);
    }
}
