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
 * @param bits a sample: 1 to 32, or 64
 * @param samples a pixel, at least 1
 * @param format 1 whole numbers, 2 signed ones, 3 floating point, 4 undefined (section 19)
 * @param photometric TIFF 6.0 PhotometricInterpretation
 * @param packing how the samples are compressed in the output
 * @param predictor 1 none, 2 differences (section 14), 3 differences of floating-point bytes (technical note 3)
 * @param orientation 1 to 8
 * @param xResolution numerator and denominator
 * @param yResolution likewise
 * @param resolutionUnit 1 none, 2 inch, 3 centimetre
 * @param extraSamples meaning of each sample past those of the photometric
 * @param chroma how YCbCr samples lie and what they mean, present with that photometric alone
 * @param colours ColorMap, empty unless the photometric is a palette
 */
record Page(
        int width,
        int height,
        int bits,
        int samples,
        int format,
        int photometric,
        Packing packing,
        int predictor,
        int orientation,
        Optional<Ratio> xResolution,
        Optional<Ratio> yResolution,
        int resolutionUnit,
        List<Integer> extraSamples,
        Optional<Chroma> chroma,
        List<Integer> colours,
        IccProfile profile) {

    /** A RATIONAL; both parts above 0. */
    record Ratio(long numerator, long denominator) {}

    /**
     * Section 21.
     *
     * @param across luma samples for each of chroma, 1, 2 or 4
     * @param down likewise
     * @param positioning 1 or 2
     * @param coefficients three, or none
     * @param range ReferenceBlackWhite: six, or none; the parts of each may be 0
     */
    record Chroma(int across, int down, int positioning, List<Ratio> coefficients, List<Ratio> range) {}

    static final int CMYK = 5;
    static final int PALETTE = 3;
    static final int YCBCR = 6;
    static final int FLOATING = 3;

    private static final long MAX_ROW_BYTES = 32L << 20;

    Page with(Optional<Chroma> other) {
        return new Page(
                width,
                height,
                bits,
                samples,
                format,
                photometric,
                packing,
                predictor,
                orientation,
                xResolution,
                yResolution,
                resolutionUnit,
                extraSamples,
                other,
                colours,
                profile);
    }

    /** Pixels in a row and rows that share a unit: 1 but where chroma is subsampled. */
    int unitWidth() {
        return chroma.map(Chroma::across).orElse(1);
    }

    int unitHeight() {
        return chroma.map(Chroma::down).orElse(1);
    }

    /** Bits of a unit, for so many of the samples. */
    int unitBits(int some) {
        int area = unitWidth() * unitHeight();
        return area == 1 ? some * bits : (area + 2) * bits;
    }

    /** Rows of units. */
    int unitRows() {
        return (height + unitHeight() - 1) / unitHeight();
    }

    /** Bytes that so many pixels take in a row of units. */
    int bytes(int pixels, int some) {
        long units = ((long) pixels + unitWidth() - 1) / unitWidth();
        long bytes = (units * unitBits(some) + 7) / 8;
        if (bytes > MAX_ROW_BYTES) {
            throw Refused.tooLarge("TIFF with rows of " + bytes + " bytes");
        }
        return (int) bytes;
    }

    /** Bytes of a row whose samples lie side by side. */
    int rowBytes() {
        return bytes(width, samples);
    }
}
