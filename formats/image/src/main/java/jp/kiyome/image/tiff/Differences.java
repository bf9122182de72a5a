package jp.kiyome.image.tiff;

/** Horizontal differences (TIFF 6.0 section 14) of 8-bit samples, or 16-bit ones with the low byte first. Stateless. */
final class Differences {

    private Differences() {}

    static void undo(byte[] row, int from, int length, int samples, int bits) {
        if (bits == 8) {
            for (int i = from + samples; i < from + length; i++) {
                row[i] += row[i - samples];
            }
        } else {
            for (int i = from + 2 * samples; i < from + length; i += 2) {
                put(row, i, value(row, i) + value(row, i - 2 * samples));
            }
        }
    }

    static void apply(byte[] row, int length, int samples, int bits) {
        if (bits == 8) {
            for (int i = length - 1; i >= samples; i--) {
                row[i] -= row[i - samples];
            }
        } else {
            for (int i = length - 2; i >= 2 * samples; i -= 2) {
                put(row, i, value(row, i) - value(row, i - 2 * samples));
            }
        }
    }

    private static int value(byte[] row, int at) {
        return (row[at] & 0xFF) | ((row[at + 1] & 0xFF) << 8);
    }

    private static void put(byte[] row, int at, int value) {
        row[at] = (byte) value;
        row[at + 1] = (byte) (value >> 8);
    }
}
