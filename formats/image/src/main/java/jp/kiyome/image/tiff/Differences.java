package jp.kiyome.image.tiff;

/** Horizontal differences (TIFF 6.0 section 14) of samples of 8, 16, 32 or 64 bits, the low byte first. Stateless. */
final class Differences {

    private Differences() {}

    static void undo(byte[] row, int from, int length, int samples, int bits) {
        int size = bits / 8;
        int step = samples * size;
        for (int i = from + step; i < from + length; i += size) {
            int carry = 0;
            for (int part = i; part < i + size; part++) {
                int sum = (row[part] & 0xFF) + (row[part - step] & 0xFF) + carry;
                row[part] = (byte) sum;
                carry = sum >> 8;
            }
        }
    }

    static void apply(byte[] row, int length, int samples, int bits) {
        int size = bits / 8;
        int step = samples * size;
        for (int i = length - size; i >= step; i -= size) {
            int borrow = 0;
            for (int part = i; part < i + size; part++) {
                int difference = (row[part] & 0xFF) - (row[part - step] & 0xFF) - borrow;
                row[part] = (byte) difference;
                borrow = difference < 0 ? 1 : 0;
            }
        }
    }

    /** Turns the bytes of each sample around. */
    static void reverse(byte[] row, int from, int length, int size) {
        for (int i = from; size > 1 && i + size <= from + length; i += size) {
            for (int low = i, high = i + size - 1; low < high; low++, high--) {
                byte swap = row[low];
                row[low] = row[high];
                row[high] = swap;
            }
        }
    }
}
