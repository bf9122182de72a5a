package jp.kiyome.image.exif;

import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;

/**
 * What a reader of the picture sees of its Exif block: orientation and resolution of the first directory (Exif 2.32, TIFF 6.0 section 2).
 * Nothing else is read, nothing else is ever written. A broken block reads as {@link #NONE}.
 *
 * @param unit 0: none, 1: inch, 2: centimetre (as in JFIF)
 * @param xResolution pixels a unit, 0 when not given
 * @param yResolution likewise
 */
public record Exif(Orientation orientation, int unit, int xResolution, int yResolution) {

    public static final Exif NONE = new Exif(Orientation.UPRIGHT, 0, 0, 0);

    private static final int ORIENTATION = 0x0112;
    private static final int X_RESOLUTION = 0x011A;
    private static final int Y_RESOLUTION = 0x011B;
    private static final int RESOLUTION_UNIT = 0x0128;
    private static final int SHORT = 3;
    private static final int RATIONAL = 5;

    /** Reads a TIFF structure that holds Exif; never throws. */
    public static Exif read(byte[] tiff) {
        try {
            return readDirectory(new ByteReader(HeapContent.of(tiff)));
        } catch (Refusal broken) {
            return NONE;
        }
    }

    private static Exif readDirectory(ByteReader in) {
        int order = in.u16be();
        boolean big = order == 0x4D4D;
        if ((!big && order != 0x4949) || u16(in, big) != 42) {
            return NONE;
        }
        in.seek(u32(in, big));
        int entries = u16(in, big);
        in.require(12L * entries);
        int orientation = 1;
        int unit = 2;
        int x = 0;
        int y = 0;
        for (int i = 0; i < entries; i++) {
            long entry = in.position();
            int tag = u16(in, big);
            int type = u16(in, big);
            boolean single = u32(in, big) == 1;
            if (single && type == SHORT && tag == ORIENTATION) {
                orientation = u16(in, big);
            } else if (single && type == SHORT && tag == RESOLUTION_UNIT) {
                unit = u16(in, big);
            } else if (single && type == RATIONAL && tag == X_RESOLUTION) {
                x = rational(in, u32(in, big), big);
            } else if (single && type == RATIONAL && tag == Y_RESOLUTION) {
                y = rational(in, u32(in, big), big);
            }
            in.seek(entry + 12);
        }
        boolean valid = orientation >= 1 && orientation <= 8;
        return new Exif(
                valid ? new Orientation(orientation) : Orientation.UPRIGHT,
                unit == 2 || unit == 3 ? unit - 1 : 0,
                x,
                y);
    }

    private static int rational(ByteReader in, long offset, boolean big) {
        if (offset > in.end() - 8) {
            return 0;
        }
        in.seek(offset);
        long numerator = u32(in, big);
        long denominator = u32(in, big);
        return denominator == 0 ? 0 : (int) Math.min(0x10000, (numerator + denominator / 2) / denominator);
    }

    /** The whole of what we write: a directory with the one entry (big-endian). */
    public static byte[] write(Orientation orientation) {
        return new ByteWriter()
                .ascii("MM")
                .u16be(42)
                .u32be(8)
                .u16be(1)
                .u16be(ORIENTATION)
                .u16be(SHORT)
                .u32be(1)
                .u16be(orientation.value())
                .u16be(0)
                .u32be(0)
                .toByteArray();
    }

    /** Whether the block is one that {@link #write} makes, so that nothing went. */
    public static boolean isMinimal(byte[] tiff) {
        Exif read = read(tiff);
        return !read.orientation().upright() && java.util.Arrays.equals(tiff, write(read.orientation()));
    }

    private static int u16(ByteReader in, boolean big) {
        return big ? in.u16be() : in.u16le();
    }

    private static long u32(ByteReader in, boolean big) {
        return big ? in.u32be() : in.u32le();
    }
}
