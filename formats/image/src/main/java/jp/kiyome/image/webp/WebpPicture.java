package jp.kiyome.image.webp;

import java.util.List;
import java.util.Optional;
import jp.kiyome.image.exif.Orientation;
import jp.kiyome.image.icc.IccProfile;

/**
 * A WebP file taken apart, all but the image data.
 *
 * @param width of the canvas, in pixels
 * @param height likewise
 * @param animation empty for a still picture, which has one frame that covers the canvas
 */
record WebpPicture(
        int width,
        int height,
        IccProfile profile,
        Orientation orientation,
        Optional<Animation> animation,
        List<Frame> frames) {

    /**
     * RFC 9649 2.7.1.1.
     *
     * @param background blue, green, red and alpha in one number, the first the lowest
     * @param loops 0 for no end
     */
    record Animation(long background, int loops) {}

    /**
     * One frame.
     *
     * @param x from the left, an even number
     * @param y from the top, likewise
     * @param duration in milliseconds
     * @param flags blending (bit 1) and disposal (bit 0)
     * @param plane the alpha of a lossy picture
     * @param image its VP8 or VP8L data
     */
    record Frame(
            int x,
            int y,
            int width,
            int height,
            int duration,
            int flags,
            boolean alpha,
            Optional<WebpChunk> plane,
            WebpChunk image) {}
}
