package jp.kiyome.archive.zstd;

import java.util.Arrays;
import java.util.Optional;

/** The literals of a block (RFC 8878, 3.1.1.3.1). The codes live on from block to block. Not thread-safe. */
final class Literals {

    private static final int RAW = 0;
    private static final int REPEATED = 1;
    private static final int PACKED = 2;
    private static final int JUMPS = 6;

    final byte[] bytes = new byte[ZstdInput.BLOCK];
    private Optional<HuffmanTable> table = Optional.empty();
    int size;

    /** Reads the section at the front of a block; returns where it ends. */
    int read(byte[] block, int end) {
        int head = block[0] & 0xFF;
        int form = head >>> 2 & 3;
        return switch (head & 3) {
            case RAW, REPEATED -> plain(block, end, (form & 1) == 0 ? 1 : form == 1 ? 2 : 3, (head & 3) == REPEATED);
            default -> packed(block, end, form, (head & 3) == PACKED);
        };
    }

    private static long little(byte[] block, int count, int end) {
        if (count > end) {
            throw Broken.because("a block is cut off");
        }
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | block[i] & 0xFF;
        }
        return value;
    }

    private int plain(byte[] block, int end, int head, boolean repeated) {
        size = (int) (little(block, head, end) >>> (head == 1 ? 3 : 4));
        int there = repeated ? 1 : size;
        if (size > bytes.length || there > end - head) {
            throw Broken.because(size + " literals");
        }
        if (repeated) {
            Arrays.fill(bytes, 0, size, block[head]);
        } else {
            System.arraycopy(block, head, bytes, 0, size);
        }
        return head + there;
    }

    private int packed(byte[] block, int end, int form, boolean ownTable) {
        int head = form < 2 ? 3 : form + 2;
        int width = form < 2 ? 10 : form == 2 ? 14 : 18;
        long sizes = little(block, head, end) >>> 4;
        size = (int) (sizes & (1 << width) - 1);
        int packed = (int) (sizes >>> width & (1 << width) - 1);
        int to = head + packed;
        if (size > bytes.length || packed > end - head || size == 0) {
            throw Broken.because(size + " literals in " + packed + " bytes");
        }
        int at = head;
        if (ownTable) {
            HuffmanTable.Read read = HuffmanTable.read(block, head, to);
            table = Optional.of(read.table());
            at += read.size();
        }
        HuffmanTable codes = table.orElseThrow(() -> Broken.because("literals without codes"));
        if (form == 0) {
            codes.decode(new BackwardBits(block, at, to), bytes, 0, size);
        } else {
            four(codes, block, at, to);
        }
        return to;
    }

    private void four(HuffmanTable codes, byte[] block, int from, int to) {
        if (to - from < JUMPS || size < 6) {
            throw Broken.because("four streams");
        }
        int each = (size + 3) / 4;
        int at = from + JUMPS;
        for (int i = 0; i < 4; i++) {
            int jump = from + 2 * i;
            int length = i < 3 ? block[jump] & 0xFF | (block[jump + 1] & 0xFF) << 8 : to - at;
            if (length > to - at) {
                throw Broken.because("four streams");
            }
            codes.decode(new BackwardBits(block, at, at + length), bytes, each * i, Math.min(size, each * (i + 1)));
            at += length;
        }
    }
}
