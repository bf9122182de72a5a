package jp.kiyome.image.bmp;

import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/**
 * What the headers say, in whatever form they were.
 *
 * @param width in pixels, at least 1
 * @param height in rows, at least 1
 * @param topDown whether the first row stored is the highest
 * @param bits a pixel: 1, 2, 4, 8, 16, 24 or 32
 * @param xResolution pixels a metre, 0 for unknown
 * @param yResolution likewise
 * @param masks for 16 and 32 bits
 * @param palette four bytes a colour (blue, green, red, 0); empty above 8 bits
 * @param pixels offset of the pixel data
 */
record BmpHeader(
        int width,
        int height,
        boolean topDown,
        int bits,
        Packing packing,
        int xResolution,
        int yResolution,
        Masks masks,
        Bytes palette,
        long pixels) {

    enum Packing {
        NONE,
        RLE4,
        RLE8
    }

    private static final int MAX_ROW_BYTES = 32 << 20;

    int colours() {
        return palette.length() / 4;
    }

    boolean indexed() {
        return bits <= 8;
    }

    /** Bytes of a stored row, a multiple of four. */
    int stride() {
        long stride = ((long) width * bits + 31) / 32 * 4;
        if (stride > MAX_ROW_BYTES) {
            throw Refused.tooLarge("BMP with rows of " + stride + " bytes");
        }
        return (int) stride;
    }
}
