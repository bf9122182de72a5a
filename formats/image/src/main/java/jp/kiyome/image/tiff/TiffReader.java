package jp.kiyome.image.tiff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.icc.IccProfile;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/** Makes a {@link Page} of a directory, or refuses what its tags say together. Stateless. */
final class TiffReader {

    private static final int MAX_SAMPLES = 32;

    private TiffReader() {}

    static Page page(Directory directory, Session session) {
        long width = directory.number(Tag.WIDTH, 0);
        long height = directory.number(Tag.HEIGHT, 0);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw Refused.damaged("TIFF of " + width + "x" + height);
        }
        session.budget().pixels(width, height);
        int compression = directory.small(Tag.COMPRESSION, 1);
        // what readers take for granted where a writer has left it out
        boolean jpegColours = compression == Packing.JPEG.code() && directory.small(Tag.PHOTOMETRIC, 0) % 4 == 2;
        int samples = directory.small(Tag.SAMPLES, jpegColours ? 3 : 1);
        int bits = bits(directory, samples);
        int photometric = directory.small(Tag.PHOTOMETRIC, samples < 3 ? 0 : 2);
        requireMeaning(photometric, bits, samples, directory);
        Packing packing = Packing.of(compression);
        if (packing == Packing.GROUP_4 && (bits != 1 || samples != 1)) {
            throw Refused.damaged("TIFF of " + bits + " bits in fax codes");
        }
        if (packing == Packing.JPEG && bits != 8) {
            throw Refused.unsupported("TIFF with JPEG of " + bits + " bits");
        }
        int format = format(directory);
        int predictor = packing == Packing.LZW || packing == Packing.DEFLATE ? directory.small(Tag.PREDICTOR, 1) : 1;
        Optional<Page.Chroma> chroma = ChromaReader.read(directory, photometric, bits, samples);
        boolean subsampled =
                chroma.isPresent() && chroma.get().across() * chroma.get().down() > 1;
        boolean known =
                switch (predictor) {
                    case 1 -> true;
                    case 2 -> bits == 8 || bits == 16 || bits == 32 || bits == 64;
                    case 3 -> format == Page.FLOATING;
                    default -> false;
                };
        if (!known || (predictor != 1 && subsampled)) {
            throw Refused.unsupported("TIFF predictor " + predictor + " on " + bits + " bits");
        }
        int orientation = directory.small(Tag.ORIENTATION, 1);
        int unit = directory.small(Tag.RESOLUTION_UNIT, 2);
        return new Page(
                (int) width,
                (int) height,
                bits,
                samples,
                format,
                photometric,
                packing,
                predictor,
                orientation >= 1 && orientation <= 8 ? orientation : 1,
                ratio(directory, Tag.X_RESOLUTION),
                ratio(directory, Tag.Y_RESOLUTION),
                unit >= 1 && unit <= 3 ? unit : 2,
                list(directory.numbers(Tag.EXTRA_SAMPLES)),
                chroma,
                photometric == Page.PALETTE ? colours(directory, bits) : List.of(),
                profile(directory, photometric, session));
    }

    private static int bits(Directory directory, int samples) {
        long[] all = directory.has(Tag.BITS) ? directory.numbers(Tag.BITS) : new long[] {1};
        boolean equal = Arrays.stream(all).allMatch(bits -> bits == all[0]);
        boolean known = all.length > 0 && all[0] >= 1 && (all[0] <= 32 || all[0] == 64);
        if (!known || !equal || samples < 1 || samples > MAX_SAMPLES) {
            throw Refused.unsupported("TIFF with " + samples + " samples of " + Arrays.toString(all) + " bits");
        }
        return (int) all[0];
    }

    /** Section 19; nobody shows complex numbers. */
    private static int format(Directory directory) {
        long[] formats = directory.numbers(Tag.SAMPLE_FORMAT);
        long first = formats.length == 0 ? 1 : formats[0];
        if (first < 1 || first > 4 || !Arrays.stream(formats).allMatch(format -> format == first)) {
            throw Refused.unsupported("TIFF with samples of format " + Arrays.toString(formats));
        }
        return (int) first;
    }

    private static void requireMeaning(int photometric, int bits, int samples, Directory directory) {
        int colours =
                switch (photometric) {
                    case 0, 1, Page.PALETTE -> 1;
                    case 2, Page.YCBCR, 8, 9 -> 3;
                    case Page.CMYK -> 4;
                    default -> throw Refused.unsupported("TIFF photometric interpretation " + photometric);
                };
        long[] extra = directory.numbers(Tag.EXTRA_SAMPLES);
        boolean extraKnown =
                extra.length == samples - colours && Arrays.stream(extra).allMatch(kind -> kind <= 2);
        // extra samples that nobody explains are unspecified ones, as readers take them
        boolean extraMissing = extra.length == 0;
        if (samples < colours
                || (samples > colours && !extraKnown && !extraMissing)
                || (photometric == Page.PALETTE && bits > 16)) {
            throw Refused.damaged("TIFF of " + samples + " samples where " + colours + " have a meaning");
        }
        if (photometric == Page.CMYK && directory.small(Tag.INK_SET, 1) != 1) {
            throw Refused.unsupported("TIFF of other inks than CMYK");
        }
    }

    private static List<Integer> colours(Directory directory, int bits) {
        long[] map = directory.numbers(Tag.COLOR_MAP);
        if (map.length != 3 << bits) {
            throw Refused.damaged("TIFF palette of " + map.length + " values");
        }
        return list(map);
    }

    private static Optional<Page.Ratio> ratio(Directory directory, int tag) {
        return directory.rational(tag).map(parts -> new Page.Ratio(parts[0], parts[1]));
    }

    private static IccProfile profile(Directory directory, int photometric, Session session) {
        if (!directory.has(Tag.ICC_PROFILE)) {
            return IccProfile.NONE;
        }
        Bytes data = directory.bytes(Tag.ICC_PROFILE, IccProfile.MAX_BYTES);
        IccProfile.Space space =
                switch (photometric) {
                    case 0, 1 -> IccProfile.Space.GRAY;
                    case Page.CMYK -> IccProfile.Space.CMYK;
                    default -> IccProfile.Space.RGB;
                };
        return IccProfile.rebuild(data.toArray(), space, session, directory.place(Tag.ICC_PROFILE));
    }

    private static List<Integer> list(long[] values) {
        return Arrays.stream(values).mapToObj(value -> (int) value).toList();
    }
}
