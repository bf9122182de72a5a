package jp.kiyome.pdf.picture;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Applies the PNG predictor that gives the smallest differences to each row (ISO 32000-2, 7.4.4.4; W3C PNG, 12.7): Up, Sub or Paeth, for
 * the two others hardly ever win. Not thread-safe.
 */
public final class PngRows {

    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int PAETH = 4;

    private final OutputStream out;
    private final int pixel;
    private final byte[] above;
    private final byte[] sub;
    private final byte[] up;
    private final byte[] paeth;

    /**
     * Begins a picture.
     *
     * @param rowBytes of every row, at least those of one pixel
     * @param pixel bytes of one pixel; 1 where it has fewer
     */
    public PngRows(OutputStream out, int rowBytes, int pixel) {
        this.out = out;
        this.pixel = Math.max(1, pixel);
        this.above = new byte[rowBytes];
        this.sub = new byte[rowBytes];
        this.up = new byte[rowBytes];
        this.paeth = new byte[rowBytes];
    }

    /** Writes the type of the predictor and the row's differences. */
    public void row(byte[] row) throws IOException {
        first(row);
        rest(row);
        int bySub = sum(sub);
        int byUp = sum(up);
        int byPaeth = sum(paeth);
        if (byUp <= bySub && byUp <= byPaeth) {
            write(UP, up);
        } else if (bySub <= byPaeth) {
            write(SUB, sub);
        } else {
            write(PAETH, paeth);
        }
        System.arraycopy(row, 0, above, 0, row.length);
    }

    /** The first pixel has none to its left. */
    private void first(byte[] row) {
        for (int i = 0; i < Math.min(pixel, row.length); i++) {
            sub[i] = row[i];
            up[i] = (byte) (row[i] - above[i]);
            paeth[i] = up[i];
        }
    }

    private void rest(byte[] row) {
        for (int i = pixel; i < row.length; i++) {
            sub[i] = (byte) (row[i] - row[i - pixel]);
            up[i] = (byte) (row[i] - above[i]);
        }
        for (int i = pixel; i < row.length; i++) {
            int left = row[i - pixel] & 0xFF;
            int over = above[i] & 0xFF;
            int corner = above[i - pixel] & 0xFF;
            int byLeft = Math.abs(over - corner);
            int byUp = Math.abs(left - corner);
            int byCorner = Math.abs(left + over - 2 * corner);
            int guess = byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? over : corner;
            paeth[i] = (byte) (row[i] - guess);
        }
    }

    private static int sum(byte[] differences) {
        int sum = 0;
        for (byte difference : differences) {
            sum += Math.abs(difference);
        }
        return sum;
    }

    private void write(int type, byte[] differences) throws IOException {
        out.write(type);
        out.write(differences);
    }
}
