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
        int[] above = new int[width + 4];
        int[] changes = new int[width + 4];
        byte[] row = new byte[(width + 7) / 8];
        Arrays.fill(above, width);
        for (int y = 0; y < height; y++) {
            int read = rows.readNBytes(row, 0, row.length);
            Arrays.fill(row, read, row.length, (byte) 0xFF);
            writer.find(row, changes);
            writer.row(changes, above);
            int[] spare = above;
            above = changes;
            changes = spare;
        }
        writer.bits.put(1, 12);
        writer.bits.put(1, 12);
        writer.bits.end();
    }

    /** Where the colour changes, from white at the beginning; behind the last change only the width stands. */
    private void find(byte[] row, int[] changes) {
        int count = 0;
        boolean black = false;
        for (int x = change(row, 0, false); x < width; x = change(row, x, black)) {
            changes[count++] = x;
            black = !black;
        }
        Arrays.fill(changes, count, changes.length, width);
    }

    /** T.6, 2.2: {@code b} goes through the line above as {@code a} goes through this one. */
    private void row(int[] changes, int[] above) {
        int a0 = -1;
        int a = 0;
        int b = 0;
        boolean black = false;
        while (a0 < width) {
            int a1 = changes[a];
            if ((b & 1) != (black ? 1 : 0)) {
                b += b > 0 ? -1 : 1;
            }
            while (above[b] <= a0 && above[b] < width) {
                b += 2;
            }
            int b1 = above[b];
            int b2 = above[b + 1];
            if (b2 < a1) {
                bits.put(1, 4);
                a0 = b2;
                continue;
            }
            int offset = a1 - b1;
            if (offset >= -3 && offset <= 3) {
                bits.put(VERTICAL_CODE[offset + 3], VERTICAL_LENGTH[offset + 3]);
                a0 = a1;
                a++;
                black = !black;
            } else {
                int a2 = changes[a + 1];
                bits.put(1, 3);
                (black ? FaxCodes.BLACK : FaxCodes.WHITE).write(bits, a1 - Math.max(a0, 0));
                (black ? FaxCodes.WHITE : FaxCodes.BLACK).write(bits, a2 - a1);
                a0 = a2;
                a += 2;
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
            } else if ((row[x >> 3] >> 7 - (x & 7) & 1) == (black ? 0 : 1)) {
                x++;
            } else {
                return x;
            }
        }
        return width;
    }
}
