package jp.kiyome.image.tiff;

import java.util.Arrays;

/** Predictor 3 (Adobe Photoshop TIFF technical note 3): the bytes of a row sorted by their place in the number, then differences. Stateless. */
final class FloatDifferences {

    private FloatDifferences() {}

    /** Leaves numbers with the low byte first. */
    static void undo(byte[] row, int from, int length, int samples, int size) {
        for (int i = from + samples; i < from + length; i++) {
            row[i] += row[i - samples];
        }
        byte[] sorted = Arrays.copyOfRange(row, from, from + length);
        int numbers = length / size;
        for (int i = 0; i < numbers; i++) {
            for (int part = 0; part < size; part++) {
                row[from + i * size + part] = sorted[(size - 1 - part) * numbers + i];
            }
        }
    }

    static void apply(byte[] row, int length, int samples, int size) {
        byte[] numbers = Arrays.copyOf(row, length);
        int count = length / size;
        for (int i = 0; i < count; i++) {
            for (int part = 0; part < size; part++) {
                row[(size - 1 - part) * count + i] = numbers[i * size + part];
            }
        }
        for (int i = length - 1; i >= samples; i--) {
            row[i] -= row[i - samples];
        }
    }
}
