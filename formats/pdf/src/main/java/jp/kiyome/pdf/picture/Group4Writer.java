package jp.kiyome.pdf.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Encodes rows of one bit a sample, 0 being black, by ITU-T T.6 (ISO 32000-2, 7.4.6 with K of -1). Not thread-safe. */
public final class Group4Writer {

    private static final int[] VERTICAL_CODE = {2, 2, 2, 1, 3, 3, 3};
    private static final int[] VERTICAL_LENGTH = {7, 6, 3, 1, 3, 6, 7};

    private final int width;
    private final FaxBits bits;

    private Group4Writer(int width, OutputStream out) {
        this.width = width;
        this.bits = new FaxBits(out);
    }

    /** Rows that the input lacks are white. */
    public static void write(InputStream rows, int width, int height, OutputStream out) throws IOException {
        Group4Writer writer = new Group4Writer(width, out);
        byte[] above = new byte[(width + 7) / 8];
        byte[] row = new byte[above.length];
        Arrays.fill(above, (byte) 0xFF);
        for (int y = 0; y < height; y++) {
            int read = rows.readNBytes(row, 0, row.length);
            Arrays.fill(row, read, row.length, (byte) 0xFF);
            writer.row(row, above);
            byte[] spare = above;
            above = row;
            row = spare;
        }
        writer.bits.put(1, 12);
        writer.bits.put(1, 12);
        writer.bits.end();
    }

    /** T.6, 2.2. */
    private void row(byte[] row, byte[] above) {
        int a0 = -1;
        boolean black = false;
        while (a0 < width) {
            int a1 = change(row, Math.max(a0, 0), black);
            int b1 = reference(above, a0, black);
            int b2 = change(above, b1, !black);
            if (b2 < a1) {
                bits.put(1, 4);
                a0 = b2;
                continue;
            }
            int offset = a1 - b1;
            if (offset >= -3 && offset <= 3) {
                bits.put(VERTICAL_CODE[offset + 3], VERTICAL_LENGTH[offset + 3]);
                a0 = a1;
                black = !black;
            } else {
                int a2 = change(row, a1, !black);
                bits.put(1, 3);
                (black ? FaxCodes.BLACK : FaxCodes.WHITE).write(bits, a1 - Math.max(a0, 0));
                (black ? FaxCodes.WHITE : FaxCodes.BLACK).write(bits, a2 - a1);
                a0 = a2;
            }
        }
    }

    /** The first place from {@code from} on whose colour is not {@code black}'s. */
    private int change(byte[] row, int from, boolean black) {
        int skip = black ? 0x00 : 0xFF;
        int x = from;
        while (x < width) {
            if ((x & 7) == 0 && (row[x >> 3] & 0xFF) == skip) {
                x += 8;
            } else if (black(row, x) == black) {
                x++;
            } else {
                return x;
            }
        }
        return width;
    }

    /** b1: the first change on the line above, right of a0, to the colour opposite of {@code black}'s. */
    private int reference(byte[] above, int a0, boolean black) {
        int x = a0 + 1;
        boolean before = x > 0 && black(above, x - 1);
        if (x == 0) {
            before = false;
        }
        if (before != black) {
            x = change(above, x, !black);
        }
        return change(above, x, black);
    }

    private boolean black(byte[] row, int x) {
        return x < width && (row[x >> 3] >> 7 - (x & 7) & 1) == 0;
    }
}
