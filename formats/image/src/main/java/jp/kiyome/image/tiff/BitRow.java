package jp.kiyome.image.tiff;

import jp.kiyome.image.stream.Refused;

/** A row of black and white as the places where the colour changes, the first being that to black. Not for sharing. */
final class BitRow {

    private final int width;
    private final int[] changes;
    private int count;

    BitRow(int width) {
        this.width = width;
        this.changes = new int[width + 2];
    }

    void clear() {
        count = 0;
    }

    /** A change at the place of the last one takes that back: the run between them is empty. */
    void add(int place) {
        if (place < 0 || place > width || (count > 0 && place < changes[count - 1])) {
            throw Refused.damaged("fax code that leads out of the row");
        }
        if (count > 0 && changes[count - 1] == place) {
            count--;
        } else {
            changes[count++] = place;
        }
    }

    int count() {
        return count;
    }

    /** The change of that index, or the row's end. */
    int at(int index) {
        return index < count ? changes[index] : width;
    }

    /** Index of the first change right of {@code place} that leads away from {@code black} (T.6 2.2.1, b1). */
    int changeRightOf(int place, boolean black, int from) {
        int index = Math.max(0, from - 2);
        index += (index & 1) == (black ? 1 : 0) ? 0 : 1;
        while (index < count && changes[index] <= place) {
            index += 2;
        }
        return index;
    }

    /** Reads the changes off packed bits, 1 being black. */
    void scan(byte[] bits, int from) {
        count = 0;
        boolean black = false;
        for (int x = 0; x < width; x++) {
            int value = bits[from + (x >> 3)];
            if ((x & 7) == 0 && x + 8 <= width && value == (black ? -1 : 0)) {
                x += 7;
            } else if ((value >> (7 - (x & 7)) & 1) != (black ? 1 : 0)) {
                black = !black;
                changes[count++] = x;
            }
        }
    }

    /** Paints the row as packed bits. */
    void paint(byte[] bits, int from, int length) {
        java.util.Arrays.fill(bits, from, from + length, (byte) 0);
        for (int i = 0; i < count; i += 2) {
            for (int x = at(i), end = at(i + 1); x < end; ) {
                if ((x & 7) == 0 && x + 8 <= end) {
                    bits[from + (x >> 3)] = -1;
                    x += 8;
                } else {
                    bits[from + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                    x++;
                }
            }
        }
    }
}
