package jp.kiyome.image.webp.lossless;

import jp.kiyome.core.limit.Budget;

/** Chooses a predictor for each tile and takes its predictions away (RFC 9649 3.5.1), in place. Not for sharing. */
final class Predictors {

    /** Tiles of sixteen pixels a side. */
    static final int BITS = 4;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int across;
    private final int[] modes;

    Predictors(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.across = PixelReader.across(width, BITS);
        this.modes = new int[across * PixelReader.across(height, BITS)];
    }

    /** Leaves what the predictions miss in the pixels; returns the modes as an image. */
    int[] apply(Budget budget) {
        for (int tile = 0; tile < modes.length; tile++) {
            budget.checkTime();
            modes[tile] = Prediction.BLACK | best(tile % across << BITS, tile / across << BITS) << 8;
        }
        // from the last pixel to the first: predictions need the pixels before as they were
        for (int at = pixels.length - 1; at >= 0; at--) {
            pixels[at] = Prediction.subtract(pixels[at], predicted(at, mode(at % width, at / width)));
        }
        return modes;
    }

    private int mode(int x, int y) {
        return modes[(y >> BITS) * across + (x >> BITS)] >> 8 & 15;
    }

    private int predicted(int at, int mode) {
        if (at == 0) {
            return Prediction.BLACK;
        }
        if (at < width) {
            return pixels[at - 1];
        }
        int up = at - width;
        return at % width == 0
                ? pixels[up]
                : Prediction.predict(mode, pixels[at - 1], pixels[up], pixels[up + 1], pixels[up - 1]);
    }

    private int best(int left, int top) {
        int right = Math.min(left + (1 << BITS), width);
        int bottom = Math.min(top + (1 << BITS), height);
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int mode = 0; mode < Prediction.MODES; mode++) {
            long cost = 0;
            for (int y = Math.max(1, top); y < bottom && cost < least; y++) {
                for (int x = Math.max(1, left); x < right; x++) {
                    int at = y * width + x;
                    int up = at - width;
                    int missed = Prediction.subtract(
                            pixels[at],
                            Prediction.predict(mode, pixels[at - 1], pixels[up], pixels[up + 1], pixels[up - 1]));
                    cost += size(missed) + size(missed >> 8) + size(missed >> 16) + size(missed >> 24);
                }
            }
            if (cost < least) {
                least = cost;
                best = mode;
            }
        }
        return best;
    }

    /** Small differences of either sign cost little; any costs more than none. */
    private static int size(int missed) {
        int value = (byte) missed;
        return value == 0 ? 0 : 2 + Math.abs(value);
    }
}
