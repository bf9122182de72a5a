package jp.kiyome.pdf.picture;

import java.io.IOException;
import java.io.OutputStream;

/** Applies the PNG predictor that gives the smallest differences to each row (ISO 32000-2, 7.4.4.4; W3C PNG, 12.7). */
public final class PngRows {

    private final OutputStream out;
    private final int pixel;
    private final byte[][] tried;
    private final byte[] above;

    public PngRows(OutputStream out, int rowBytes, int pixel) {
        this.out = out;
        this.pixel = Math.max(1, pixel);
        this.above = new byte[rowBytes];
        this.tried = new byte[3][rowBytes];
    }

    /** Up, Sub and Paeth: the two others hardly ever win. */
    public void row(byte[] row) throws IOException {
        int[] types = {2, 1, 4};
        long least = Long.MAX_VALUE;
        int best = 0;
        for (int t = 0; t < types.length; t++) {
            long sum = filter(types[t], row, tried[t]);
            if (sum < least) {
                least = sum;
                best = t;
            }
        }
        out.write(types[best]);
        out.write(tried[best]);
        System.arraycopy(row, 0, above, 0, row.length);
    }

    private long filter(int type, byte[] row, byte[] target) {
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            int left = i < pixel ? 0 : row[i - pixel] & 0xFF;
            int up = above[i] & 0xFF;
            int guess =
                    switch (type) {
                        case 1 -> left;
                        case 2 -> up;
                        default -> paeth(left, up, i < pixel ? 0 : above[i - pixel] & 0xFF);
                    };
            target[i] = (byte) (row[i] - guess);
            sum += Math.abs(target[i]);
        }
        return sum;
    }

    private static int paeth(int left, int up, int corner) {
        int byLeft = Math.abs(up - corner);
        int byUp = Math.abs(left - corner);
        int byCorner = Math.abs(left + up - 2 * corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
