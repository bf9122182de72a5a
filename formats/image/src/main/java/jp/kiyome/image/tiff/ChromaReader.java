package jp.kiyome.image.tiff;

import java.util.List;
import java.util.Optional;
import jp.kiyome.image.stream.Refused;

/** Reads how YCbCr samples lie and what they mean (TIFF 6.0 section 21). Stateless. */
final class ChromaReader {

    private ChromaReader() {}

    static Optional<Page.Chroma> read(Directory directory, int photometric, int bits, int samples) {
        List<Page.Ratio> range = directory.ratios(Tag.REFERENCE_BLACK_WHITE, 6);
        if (photometric != Page.YCBCR) {
            return Optional.empty();
        }
        long[] sampling = directory.numbers(Tag.CHROMA_SUBSAMPLING);
        long across = sampling.length == 2 ? sampling[0] : 2;
        long down = sampling.length == 2 ? sampling[1] : 2;
        if (!factor(across) || !factor(down)) {
            throw Refused.damaged("TIFF with chroma subsampled by " + across + "x" + down);
        }
        boolean planar = directory.small(Tag.PLANAR, 1) == 2;
        if (across * down > 1 && (bits != 8 || samples != 3 || planar)) {
            throw Refused.unsupported("TIFF with subsampled chroma of " + samples + " samples of " + bits + " bits");
        }
        int positioning = directory.small(Tag.CHROMA_POSITIONING, 1);
        return Optional.of(new Page.Chroma(
                (int) across,
                (int) down,
                positioning == 2 ? 2 : 1,
                directory.ratios(Tag.CHROMA_COEFFICIENTS, 3),
                range));
    }

    private static boolean factor(long value) {
        return value == 1 || value == 2 || value == 4;
    }
}
