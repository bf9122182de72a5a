package jp.kiyome.image.png;

/** The five filters of PNG 9.2, for pictures of one byte a pixel or less: there the byte before is the pixel before. Stateless. */
final class RowFilter {

    private RowFilter() {}

    /** Turns {@code row} (its filter's number first) into samples; {@code above} are those of the row before. */
    static void undo(byte[] row, byte[] above, int length) {
        switch (row[0]) {
            case 1 -> {
                for (int i = 2; i < length; i++) {
                    row[i] += row[i - 1];
                }
            }
            case 2 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += (byte) ((left(row, i) + (above[i] & 0xFF)) >> 1);
                }
            }
            case 4 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += (byte) paeth(left(row, i), above[i] & 0xFF, left(above, i));
                }
            }
            default -> {}
        }
    }

    /** The reverse: filters the samples in {@code row} into {@code out} by the filter that {@code row[0]} names. */
    static void apply(byte[] row, byte[] above, byte[] out, int length) {
        out[0] = row[0];
        for (int i = 1; i < length; i++) {
            int predicted =
                    switch (row[0]) {
                        case 1 -> left(row, i);
                        case 2 -> above[i] & 0xFF;
                        case 3 -> (left(row, i) + (above[i] & 0xFF)) >> 1;
                        case 4 -> paeth(left(row, i), above[i] & 0xFF, left(above, i));
                        default -> 0;
                    };
            out[i] = (byte) (row[i] - predicted);
        }
    }

    private static int left(byte[] row, int i) {
        return i == 1 ? 0 : row[i - 1] & 0xFF;
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
