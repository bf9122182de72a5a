package jp.kiyome.image.webp.lossless;

/** The fourteen predictors of RFC 9649 3.5.1, four channels at a time, and additions channel by channel. Stateless. */
final class Prediction {

    static final int MODES = 14;
    static final int BLACK = 0xFF000000;

    private Prediction() {}

    /** What the mode says of a pixel by its neighbours; unknown modes predict black, as decoders have it. */
    static int predict(int mode, int left, int top, int topRight, int topLeft) {
        return switch (mode) {
            case 1 -> left;
            case 2 -> top;
            case 3 -> topRight;
            case 4 -> topLeft;
            case 5 -> average(average(left, topRight), top);
            case 6 -> average(left, topLeft);
            case 7 -> average(left, top);
            case 8 -> average(topLeft, top);
            case 9 -> average(top, topRight);
            case 10 -> average(average(left, topLeft), average(top, topRight));
            case 11 -> select(left, top, topLeft);
            case 12 -> gradient(left, top, topLeft);
            case 13 -> halfGradient(average(left, top), topLeft);
            default -> BLACK;
        };
    }

    static int average(int a, int b) {
        return ((a ^ b) >>> 1 & 0x7F7F7F7F) + (a & b);
    }

    static int add(int a, int b) {
        return (a & 0xFF00FF00) + (b & 0xFF00FF00) & 0xFF00FF00 | (a & 0xFF00FF) + (b & 0xFF00FF) & 0xFF00FF;
    }

    static int subtract(int a, int b) {
        int high = 0x00FF00FF + (a & 0xFF00FF00) - (b & 0xFF00FF00) & 0xFF00FF00;
        int low = 0xFF00FF00 + (a & 0x00FF00FF) - (b & 0x00FF00FF) & 0x00FF00FF;
        return high | low;
    }

    private static int channel(int argb, int shift) {
        return argb >>> shift & 0xFF;
    }

    private static int select(int left, int top, int topLeft) {
        int leftDistance = 0;
        int topDistance = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int corner = channel(topLeft, shift);
            leftDistance += Math.abs(channel(top, shift) - corner);
            topDistance += Math.abs(channel(left, shift) - corner);
        }
        return leftDistance < topDistance ? left : top;
    }

    private static int gradient(int left, int top, int topLeft) {
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            result |= clamp(channel(left, shift) + channel(top, shift) - channel(topLeft, shift)) << shift;
        }
        return result;
    }

    private static int halfGradient(int average, int topLeft) {
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int value = channel(average, shift);
            result |= clamp(value + (value - channel(topLeft, shift)) / 2) << shift;
        }
        return result;
    }

    private static int clamp(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }
}
