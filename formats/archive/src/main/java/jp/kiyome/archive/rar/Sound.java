package jp.kiyome.archive.rar;

import java.util.Arrays;

/**
 * Samples of one byte in channels, each told as the difference to what those before let expect.
 *
 * @param channels at least 1
 */
record Sound(int channels) implements Filter {

    @Override
    public byte[] apply(byte[] bytes, long position) {
        byte[] turned = new byte[bytes.length];
        int from = 0;
        for (int channel = 0; channel < channels; channel++) {
            Predictor predictor = new Predictor();
            for (int to = channel; to < turned.length; to += channels) {
                turned[to] = (byte) predictor.next(bytes[from++]);
            }
        }
        return turned;
    }

    /** Weighs the last three changes, and shifts a weight every 32 samples to where the errors would have been least. */
    private static final class Predictor {

        private static final int PERIOD = 32;
        private static final int MOST = 16;

        private final int[] errors = new int[7];
        private final int[] weights = new int[3];
        private final int[] changes = new int[3];
        private int last;
        private int lastChange;
        private int count;

        int next(byte told) {
            changes[2] = changes[1];
            changes[1] = lastChange - changes[0];
            changes[0] = lastChange;
            int sum = 8 * last;
            for (int i = 0; i < 3; i++) {
                sum += weights[i] * changes[i];
            }
            int value = (sum >> 3 & 0xFF) - told & 0xFF;
            lastChange = (byte) (value - last);
            last = value;
            learn(told << 3);
            return value;
        }

        private void learn(int error) {
            errors[0] += Math.abs(error);
            for (int i = 0; i < 3; i++) {
                errors[2 * i + 1] += Math.abs(error - changes[i]);
                errors[2 * i + 2] += Math.abs(error + changes[i]);
            }
            if (count++ % PERIOD != 0) {
                return;
            }
            int least = 0;
            for (int i = 1; i < errors.length; i++) {
                if (errors[i] < errors[least]) {
                    least = i;
                }
            }
            Arrays.fill(errors, 0);
            if (least == 0) {
                return;
            }
            int which = (least - 1) / 2;
            if (least % 2 == 1) {
                weights[which] -= weights[which] >= -MOST ? 1 : 0;
            } else {
                weights[which] += weights[which] < MOST ? 1 : 0;
            }
        }
    }
}
