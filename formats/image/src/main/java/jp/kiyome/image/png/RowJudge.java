package jp.kiyome.image.png;

import java.util.Arrays;
import jp.kiyome.image.stream.Refused;

/**
 * Looks at the samples of rows whose bits may mean nothing: palette indexes must name a colour, and the bits behind a row's last
 * pixel (PNG 7.2) become 0. Pictures of whole-byte samples need no such look: every bit of theirs is a sample's. Not for sharing.
 */
final class RowJudge {

    private final int depth;
    private final int entries;
    private byte[] row;
    private byte[] above;
    private boolean changed;

    private RowJudge(int depth, int entries, int rowBytes) {
        this.depth = depth;
        this.entries = entries;
        this.row = new byte[rowBytes + 1];
        this.above = new byte[rowBytes + 1];
    }

    static boolean needed(PngHeader header) {
        return header.hasPalette() || header.depth() < 8;
    }

    static RowJudge of(PngPicture picture, PngHeader header) {
        int entries = header.hasPalette() ? picture.paletteEntries() : 1 << header.depth();
        return new RowJudge(header.depth(), entries, header.rowBytes(header.width()));
    }

    void startRun() {
        Arrays.fill(above, (byte) 0);
    }

    /** Judges a filtered row of so many pixels and writes it back, by the same filter. */
    void judge(byte[] filtered, int length, int pixels) {
        System.arraycopy(filtered, 0, row, 0, length);
        RowFilter.undo(row, above, length);
        int usedBits = (int) ((long) pixels * depth - (length - 2) * 8L);
        byte masked = (byte) (row[length - 1] & 0xFF00 >> usedBits);
        changed |= masked != row[length - 1];
        row[length - 1] = masked;
        requireIndexes(length, pixels);
        if (changed) {
            RowFilter.apply(row, above, filtered, length);
        }
        byte[] swap = above;
        above = row;
        row = swap;
    }

    /** Whether any row had bits behind its last pixel. */
    boolean changed() {
        return changed;
    }

    private void requireIndexes(int length, int pixels) {
        if (entries == 1 << depth) {
            return;
        }
        int perByte = 8 / depth;
        int mask = (1 << depth) - 1;
        for (int i = 1, left = pixels; i < length; i++, left -= perByte) {
            for (int pixel = 0; pixel < Math.min(perByte, left); pixel++) {
                if (((row[i] >> (8 - depth * (pixel + 1))) & mask) >= entries) {
                    throw Refused.damaged("PNG pixel of a colour that the palette does not hold");
                }
            }
        }
    }
}
