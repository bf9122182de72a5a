package jp.kiyome.image.tiff;

import java.util.List;
import java.util.Optional;
import jp.kiyome.image.icc.IccProfile;
import jp.kiyome.image.stream.Refused;

/**
 * What one page is, apart from its samples.
 *
 * @param width in pixels, at least 1
 * @param height in rows, at least 1
 * @param bits a sample: 1, 2, 4, 8 or 16
 * @param samples a pixel, at least 1
 * @param photometric TIFF 6.0 PhotometricInterpretation
 * @param packing how the samples are compressed in the output
 * @param predictor 1 none, 2 differences (section 14)
 * @param orientation 1 to 8
 * @param xResolution numerator and denominator
 * @param yResolution likewise
 * @param resolutionUnit 1 none, 2 inch, 3 centimetre
 * @param extraSamples meaning of each sample past those of the photometric
 * @param colours ColorMap, empty unless the photometric is a palette
 */
record Page(
        int width,
        int height,
        int bits,
        int samples,
        int photometric,
        Packing packing,
        int predictor,
        int orientation,
        Optional<Ratio> xResolution,
        Optional<Ratio> yResolution,
        int resolutionUnit,
        List<Integer> extraSamples,
        List<Integer> colours,
        IccProfile profile) {

    /** A RATIONAL; both parts above 0. */
    record Ratio(long numerator, long denominator) {}

    static final int CMYK = 5;
    static final int PALETTE = 3;

    private static final long MAX_ROW_BYTES = 32L << 20;

    /** Bytes of a row whose samples lie side by side. */
    int rowBytes() {
        long bytes = ((long) width * samples * bits + 7) / 8;
        if (bytes > MAX_ROW_BYTES) {
            throw Refused.tooLarge("TIFF with rows of " + bytes + " bytes");
        }
        return (int) bytes;
    }
}
