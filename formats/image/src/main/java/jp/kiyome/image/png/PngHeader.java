package jp.kiyome.image.png;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/**
 * IHDR (PNG 11.2.1).
 *
 * @param width in pixels, at least 1
 * @param height in rows, at least 1
 * @param depth bits a sample: 1, 2, 4, 8 or 16
 * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 */
record PngHeader(int width, int height, int depth, int colourType, boolean interlaced) {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGB_ALPHA = 6;

    /** A row is held in memory, twice. */
    private static final long MAX_ROW_BYTES = 32L << 20;

    PngHeader {
        boolean valid =
                switch (colourType) {
                    case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
                    case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
                    case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
                    default -> false;
                };
        if (!valid || width < 1 || height < 1) {
            throw Refused.damaged("PNG header with depth " + depth + ", colour type " + colourType);
        }
        if ((long) width * bitsPerPixel(depth, colourType) / 8 > MAX_ROW_BYTES) {
            throw Refused.tooLarge("PNG with rows of " + width + " pixels");
        }
    }

    static PngHeader read(ByteReader in) {
        int width = in.i32be();
        int height = in.i32be();
        int depth = in.u8();
        int colourType = in.u8();
        int compression = in.u8();
        int filter = in.u8();
        int interlace = in.u8();
        if (compression != 0 || filter != 0 || interlace > 1 || in.remaining() > 0) {
            throw Refused.damaged("PNG header with methods " + compression + ", " + filter + ", " + interlace);
        }
        return new PngHeader(width, height, depth, colourType, interlace == 1);
    }

    ByteWriter write() {
        return new ByteWriter()
                .u32be(width)
                .u32be(height)
                .u8(depth)
                .u8(colourType)
                .u8(0)
                .u8(0)
                .u8(interlaced ? 1 : 0);
    }

    private static int bitsPerPixel(int depth, int colourType) {
        return depth * channels(colourType);
    }

    private static int channels(int colourType) {
        return switch (colourType) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    /** Samples of a pixel, opacity included. */
    int channels() {
        return channels(colourType);
    }

    int bitsPerPixel() {
        return bitsPerPixel(depth, colourType);
    }

    /** Bytes of a row of so many pixels, without its filter byte. */
    int rowBytes(int pixels) {
        return (int) (((long) pixels * bitsPerPixel() + 7) / 8);
    }

    boolean hasPalette() {
        return colourType == PALETTE;
    }

    boolean hasAlpha() {
        return colourType == GREY_ALPHA || colourType == RGB_ALPHA;
    }

    /** The same with the size of a frame. */
    PngHeader sized(int frameWidth, int frameHeight) {
        return new PngHeader(frameWidth, frameHeight, depth, colourType, interlaced);
    }
}
