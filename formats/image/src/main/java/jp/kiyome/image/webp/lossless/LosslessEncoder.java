package jp.kiyome.image.webp.lossless;

import java.util.Arrays;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/**
 * Writes VP8L (RFC 9649 section 3): by a palette, by subtracting green and predicting, or plainly, whatever is shorter. The same pixels
 * always give the same bytes. The pixels given are used up. Stateless.
 */
public final class LosslessEncoder {

    private static final int MAX_COLOURS = 256;

    /** So few colours share bytes, which nothing else does as well. */
    private static final int SURELY_FEW = 16;

    /** Larger pictures are coded in one way only, for the time's sake. */
    private static final int MAX_TRIED = 4 << 20;

    private static final int SUBTRACT_GREEN = 2;
    private static final int PREDICTOR = 0;
    private static final int INDEXING = 3;

    private LosslessEncoder() {}

    /** Writes a picture with its header. */
    public static void encode(LosslessDecoder.Decoded picture, Sink out, Budget budget) {
        BitOutput bits = new BitOutput(out);
        bits.write(0x2F, 8);
        bits.write(picture.width() - 1, 14);
        bits.write(picture.height() - 1, 14);
        bits.flag(picture.alpha());
        bits.write(0, 3);
        image(picture.pixels(), picture.width(), picture.height(), bits, budget);
        bits.finish();
    }

    /** Writes the image data of an alpha plane, whose values stand in the green channel. */
    public static void encodePlane(int[] plane, int width, int height, Sink out, Budget budget) {
        BitOutput bits = new BitOutput(out);
        image(plane, width, height, bits, budget);
        bits.finish();
    }

    private static void image(int[] pixels, int width, int height, BitOutput out, Budget budget) {
        int[] palette = Palette.of(pixels, MAX_COLOURS);
        boolean few = palette.length > 0;
        if (pixels.length > MAX_TRIED || few && palette.length <= SURELY_FEW) {
            if (few) {
                indexed(pixels, palette, width, height, out, budget);
            } else {
                predicted(pixels, width, height, out, budget);
            }
            return;
        }
        // which way is the best nobody knows before: the first of the shortest is kept
        BitOutput best = new BitOutput();
        predicted(pixels.clone(), width, height, best, budget);
        best.finish();
        BitOutput other = new BitOutput();
        if (few) {
            indexed(pixels, palette, width, height, other, budget);
        } else {
            other.flag(false);
            new ImageCoder(other, budget).write(pixels, width, true);
        }
        other.finish();
        (other.length() < best.length() ? other : best).copyTo(out);
    }

    private static void predicted(int[] pixels, int width, int height, BitOutput out, Budget budget) {
        out.flag(true);
        out.write(SUBTRACT_GREEN, 2);
        for (int i = 0; i < pixels.length; i++) {
            int green = pixels[i] >> 8 & 0xFF;
            pixels[i] = Prediction.subtract(pixels[i], green << 16 | green);
        }
        int[] modes = new Predictors(pixels, width, height).apply(budget);
        out.flag(true);
        out.write(PREDICTOR, 2);
        out.write(Predictors.BITS - 2, 3);
        new ImageCoder(out, budget).write(modes, PixelReader.across(width, Predictors.BITS), false);
        out.flag(false);
        new ImageCoder(out, budget).write(pixels, width, true);
    }

    private static void indexed(int[] pixels, int[] palette, int width, int height, BitOutput out, Budget budget) {
        int[] differences = palette.clone();
        for (int i = palette.length - 1; i > 0; i--) {
            differences[i] = Prediction.subtract(palette[i], palette[i - 1]);
        }
        out.flag(true);
        out.write(INDEXING, 2);
        out.write(palette.length - 1, 8);
        new ImageCoder(out, budget).write(differences, palette.length, false);
        out.flag(false);
        int bits = LosslessDecoder.packing(palette.length);
        int packed = PixelReader.across(width, bits);
        int depth = 8 >> bits;
        // indexes never stand behind the pixels they come from, so they may lie in the same array
        int[] coded = bits == 0 ? pixels : new int[packed * height];
        for (int y = 0, at = 0; y < height; y++) {
            int value = 0;
            for (int x = 0; x < width; x++, at++) {
                int shift = (x & (1 << bits) - 1) * depth;
                value = (shift == 0 ? 0 : value) | Arrays.binarySearch(palette, pixels[at]) << shift;
                coded[y * packed + (x >> bits)] = Prediction.BLACK | value << 8;
            }
        }
        new ImageCoder(out, budget).write(coded, packed, true);
    }
}
