package jp.kiyome.image.png;

import java.util.Arrays;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.Refused;

/**
 * Looks at the samples of rows whose bits may mean nothing: palette indexes must name a colour, and the bits behind a row's last
 * pixel (PNG 7.2) become 0. Pictures of whole-byte samples need no such look, for every bit of theirs is a sample's, but where the policy
 * wants {@link Noise}. Not for sharing.
 */
final class RowJudge {

    private final PngHeader header;
    private final int depth;
    private final int step;
    private final int entries;
    private final Noise noise;
    private byte[] row;
    private byte[] writtenAbove;
    private final byte[] readAbove;
    private boolean changed;
    private long rows;

    private RowJudge(PngHeader header, int entries, int rowBytes, Noise noise) {
        this.header = header;
        this.depth = header.depth();
        this.step = Math.max(1, header.channels() * depth / 8);
        this.entries = entries;
        this.noise = noise;
        this.row = new byte[rowBytes + 1];
        this.readAbove = new byte[rowBytes + 1];
        this.writtenAbove = new byte[rowBytes + 1];
    }

    boolean needed() {
        return header.hasPalette() || depth < 8 || noise.on();
    }

    /** Of {@code noise} nothing is left where one colour means transparency: it would no longer be that colour. */
    static RowJudge of(PngPicture picture, PngHeader header, Noise noise) {
        int entries = header.hasPalette() ? picture.paletteEntries() : 1 << header.depth();
        return new RowJudge(header, entries, header.rowBytes(header.width()), noise);
    }

    void startRun() {
        Arrays.fill(readAbove, (byte) 0);
        Arrays.fill(writtenAbove, (byte) 0);
    }

    /** Judges a filtered row of so many pixels and writes it back, by the same filter. */
    void judge(byte[] filtered, int length, int pixels) {
        System.arraycopy(filtered, 0, row, 0, length);
        RowFilter.undo(row, readAbove, length, step);
        System.arraycopy(row, 0, readAbove, 0, length);
        if (depth >= 8 && !header.hasPalette()) {
            disturb(length);
        } else {
            clean(length, pixels);
        }
        if (changed) {
            RowFilter.apply(row, writtenAbove, filtered, length, step);
        }
        byte[] swap = writtenAbove;
        writtenAbove = row;
        row = swap;
    }

    private void clean(int length, int pixels) {
        int usedBits = (int) ((long) pixels * depth - (length - 2) * 8L);
        byte masked = (byte) (row[length - 1] & 0xFF00 >> usedBits);
        changed |= masked != row[length - 1];
        row[length - 1] = masked;
        requireIndexes(length, pixels);
    }

    private void disturb(int length) {
        int size = depth / 8;
        int opacity = header.hasAlpha() ? header.channels() - 1 : -1;
        long place = rows++ << 32;
        for (int i = 1, channel = 0; i < length; i += size, channel = (channel + 1) % header.channels()) {
            int value = size == 1 ? row[i] & 0xFF : (row[i] & 0xFF) << 8 | row[i + 1] & 0xFF;
            int replaced = channel == opacity
                    ? noise.opacity(value, (1 << depth) - 1, place + i)
                    : noise.value(value, place + i);
            row[i] = (byte) (replaced >> depth - 8);
            row[i + size - 1] = (byte) replaced;
        }
        changed |= noise.changed();
    }

    /** Whether any row came out other than it went in. */
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
