package jp.kiyome.image.pict;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** Reads the rows of a bitmap from the highest, as colours. Not for sharing between threads. */
final class PixelRows {

    private final ByteReader in;
    private final PixelForm form;
    private final int[] colours;
    private final byte[] row;

    PixelRows(ByteReader in, PixelForm form, int[] colours) {
        this.in = in;
        this.form = form;
        this.colours = colours;
        this.row = new byte[form.stored()];
    }

    /** Fills in the colours of the next row. */
    void next(int[] into) {
        if (form.compressed()) {
            int count = form.longCounts() ? in.u16be() : in.u8();
            unpack(in.position() + count);
        } else {
            in.read(row, 0, row.length);
        }
        for (int x = 0; x < into.length; x++) {
            into[x] = colour(x);
        }
    }

    private int colour(int x) {
        if (form.bits() == 16) {
            int word = (row[2 * x] & 0xFF) << 8 | row[2 * x + 1] & 0xFF;
            return full(word >> 10 & 31) << 16 | full(word >> 5 & 31) << 8 | full(word & 31);
        }
        if (form.byComponents()) {
            int first = (form.components() - 3) * form.width() + x;
            return rgb(row[first], row[first + form.width()], row[first + 2 * form.width()]);
        }
        if (form.bits() == 32) {
            int each = row.length == 3 * form.width() ? 3 : 4;
            int at = each * x + each - 3;
            return rgb(row[at], row[at + 1], row[at + 2]);
        }
        int perByte = 8 / form.bits();
        int index = row[x / perByte] >> 8 - form.bits() * (x % perByte + 1) & (1 << form.bits()) - 1;
        return colours[index];
    }

    private static int full(int five) {
        return five << 3 | five >> 2;
    }

    private static int rgb(byte red, byte green, byte blue) {
        return (red & 0xFF) << 16 | (green & 0xFF) << 8 | blue & 0xFF;
    }

    /** PackBits, of bytes or of pairs of them: a count and so many, or a negative count and one that is meant so many times. */
    private void unpack(long end) {
        int unit = form.byWords() ? 2 : 1;
        int at = 0;
        while (in.position() < end && at < row.length) {
            int flag = (byte) in.u8();
            if (flag == -128) {
                continue;
            }
            int count = (flag < 0 ? 1 - flag : flag + 1) * unit;
            if (count > row.length - at) {
                throw Refused.damaged("PICT row that is longer than it may be");
            }
            in.read(row, at, flag < 0 ? unit : count);
            for (int i = flag < 0 ? unit : count; i < count; i++) {
                row[at + i] = row[at + i - unit];
            }
            at += count;
        }
        java.util.Arrays.fill(row, at, row.length, (byte) 0);
        in.seek(end);
    }
}
