package jp.kiyome.image.webp.lossy;

import jp.kiyome.image.stream.Bytes;

/**
 * A key frame's header (RFC 6386 section 9), all but what we choose ourselves.
 *
 * @param version 0 to 3: which filters reconstruct the picture
 * @param width in pixels, 1 to 16383
 * @param height likewise
 * @param clamping clamping_type
 * @param segments how segments differ
 * @param filter loop filter
 * @param quantisers y_ac_qi and the five differences from it
 */
record FrameHeader(
        int version, int width, int height, boolean clamping, Segments segments, Filter filter, Quantisers quantisers) {

    /**
     * Section 9.3.
     *
     * @param map whether each macroblock says which one it is of
     * @param tree its three probabilities
     * @param absolute whether the values stand for themselves or are added to the frame's
     * @param quantisers four, signed
     * @param filterLevels four, signed
     */
    record Segments(
            boolean enabled, boolean map, Bytes tree, boolean absolute, Signed quantisers, Signed filterLevels) {}

    /**
     * Sections 9.3 and 9.6.
     *
     * @param reference how intra macroblocks differ, where {@code deltas}
     * @param submodes how those of subblocks do
     */
    record Filter(boolean simple, int level, int sharpness, boolean deltas, int reference, int submodes) {}

    /** Section 9.6. */
    record Quantisers(int lumaAc, int lumaDc, int luma2Dc, int luma2Ac, int chromaDc, int chromaAc) {}

    /** Four signed values of segments. */
    record Signed(int first, int second, int third, int fourth) {

        int at(int index) {
            return switch (index) {
                case 0 -> first;
                case 1 -> second;
                case 2 -> third;
                default -> fourth;
            };
        }
    }

    int columns() {
        return (width + 15) / 16;
    }

    int rows() {
        return (height + 15) / 16;
    }
}
