package jp.kiyome.image.png;

/**
 * The five filters of PNG 9.2. The byte to the left is that of the pixel before, {@code step} bytes back; with less than a byte a pixel it
 * is the byte before. Stateless.
 */
final class RowFilter {

    private RowFilter() {}

    /** Turns {@code row} (its filter's number first) into samples; {@code above} are those of the row before. */
    static void undo(byte[] row, byte[] above, int length, int step) {
        switch (row[0]) {
            case 1 -> {
                for (int i = 1 + step; i < length; i++) {
                    row[i] += row[i - step];
                }
            }
            case 2 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += (byte) ((left(row, i, step) + (above[i] & 0xFF)) >> 1);
                }
            }
            case 4 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += (byte) paeth(left(row, i, step), above[i] & 0xFF, left(above, i, step));
                }
            }
            default -> {}
        }
    }

    /** The reverse: filters the samples in {@code row} into {@code out} by the filter that {@code row[0]} names. */
    static void apply(byte[] row, byte[] above, byte[] out, int length, int step) {
        out[0] = row[0];
        for (int i = 1; i < length; i++) {
            int predicted =
                    switch (row[0]) {
                        case 1 -> left(row, i, step);
                        case 2 -> above[i] & 0xFF;
                        case 3 -> (left(row, i, step) + (above[i] & 0xFF)) >> 1;
                        case 4 -> paeth(left(row, i, step), above[i] & 0xFF, left(above, i, step));
                        default -> 0;
                    };
            out[i] = (byte) (row[i] - predicted);
        }
    }

    private static int left(byte[] row, int i, int step) {
        return i <= step ? 0 : row[i - step] & 0xFF;
    }

    private static int paeth(int left, int above, int corner) {
        int estimate = left + above - corner;
        int toLeft = Math.abs(estimate - left);
        int toAbove = Math.abs(estimate - above);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
