package jp.kiyome.image.webp.lossless;

import java.util.Arrays;

/** The four transforms of RFC 9649 3.5, as far as a decoder undoes them. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two transforms
sealed interface Transform {

    /** Undoes it; {@code width} is that of the result. Works in place where it can. */
    int[] undo(int[] pixels, int width, int height);

    /**
     * What predictions missed.
     *
     * @param modes in the green channel, one for each tile of {@code 1 << bits} pixels a side
     */
    record Predictor(int bits, int[] modes) implements Transform {

        @Override
        public int[] undo(int[] pixels, int width, int height) {
            int across = PixelReader.across(width, bits);
            pixels[0] = Prediction.add(pixels[0], Prediction.BLACK);
            for (int x = 1; x < width; x++) {
                pixels[x] = Prediction.add(pixels[x], pixels[x - 1]);
            }
            for (int y = 1, at = width; y < height; y++) {
                pixels[at] = Prediction.add(pixels[at], pixels[at - width]);
                at++;
                for (int x = 1; x < width; x++, at++) {
                    int mode = modes[(y >> bits) * across + (x >> bits)] >> 8 & 15;
                    int up = at - width;
                    pixels[at] = Prediction.add(
                            pixels[at],
                            Prediction.predict(mode, pixels[at - 1], pixels[up], pixels[up + 1], pixels[up - 1]));
                }
            }
            return pixels;
        }
    }

    /**
     * Red and blue told from green, and blue from red.
     *
     * @param factors three signed bytes for each tile
     */
    record CrossColour(int bits, int[] factors) implements Transform {

        @Override
        public int[] undo(int[] pixels, int width, int height) {
            int across = PixelReader.across(width, bits);
            for (int y = 0, at = 0; y < height; y++) {
                for (int x = 0; x < width; x++, at++) {
                    int factor = factors[(y >> bits) * across + (x >> bits)];
                    int argb = pixels[at];
                    int green = (byte) (argb >> 8);
                    int red = (argb >> 16) + delta(factor, green) & 0xFF;
                    int blue = argb + delta(factor >> 8, green) + delta(factor >> 16, (byte) red) & 0xFF;
                    pixels[at] = argb & 0xFF00FF00 | red << 16 | blue;
                }
            }
            return pixels;
        }

        private static int delta(int factor, int channel) {
            return (byte) factor * channel >> 5;
        }
    }

    /** Green was taken from red and blue. */
    record SubtractGreen() implements Transform {

        @Override
        public int[] undo(int[] pixels, int width, int height) {
            for (int i = 0; i < pixels.length; i++) {
                int green = pixels[i] >> 8 & 0xFF;
                pixels[i] = Prediction.add(pixels[i], green << 16 | green);
            }
            return pixels;
        }
    }

    /**
     * Indexes into a palette.
     *
     * @param bits how many pixels share a value, as a power of two
     * @param colours 256 at most
     */
    record Indexing(int bits, int[] colours) implements Transform {

        @Override
        public int[] undo(int[] pixels, int width, int height) {
            int packed = PixelReader.across(width, bits);
            int[] result = new int[width * height];
            int[] palette = Arrays.copyOf(colours, 256);
            int depth = 8 >> bits;
            int mask = (1 << depth) - 1;
            for (int y = 0, at = 0; y < height; y++) {
                for (int x = 0; x < width; x++, at++) {
                    int value = pixels[y * packed + (x >> bits)] >> 8 & 0xFF;
                    result[at] = palette[value >> (x & (1 << bits) - 1) * depth & mask];
                }
            }
            return result;
        }
    }
}
