package jp.kiyome.image.jp2;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** How tiles are cut up (15444-1 A.6.1, A.6.2): read only to know that a decoder will not be asked for too much. Stateless. */
final class CodingStyle {

    private static final int MOST_LEVELS = 32;
    private static final int LARGEST_PRECINCT = 15;

    /** Packets of a picture: each has a tag tree of its own in memory. */
    private static final long MOST_PACKETS = 4_000_000;

    private CodingStyle() {}

    static void check(ByteReader in, boolean ofComponent, int width, int height, int components) {
        if (ofComponent) {
            in.skip(1);
        }
        boolean precincts = (in.u8() & 1) != 0;
        int layers = 1;
        if (!ofComponent) {
            int progression = in.u8();
            layers = in.u16be();
            int transform = in.u8();
            if (progression > 4 || layers == 0 || transform > 1) {
                throw Refused.damaged("JPEG 2000 with an unknown order of its packets");
            }
        }
        int levels = in.u8();
        int blockWidth = in.u8();
        int blockHeight = in.u8();
        int style = in.u8();
        int wavelet = in.u8();
        if (levels > MOST_LEVELS || blockWidth > 8 || blockHeight > 8 || blockWidth + blockHeight > 8 || wavelet > 1) {
            throw Refused.damaged("JPEG 2000 with code blocks of no allowed size");
        }
        if ((style & ~0x3F) != 0) {
            throw Refused.unsupported("JPEG 2000 with code blocks in the style " + style);
        }
        long packets = 0;
        for (int resolution = 0; resolution <= levels; resolution++) {
            int exponents = precincts ? in.u8() : LARGEST_PRECINCT << 4 | LARGEST_PRECINCT;
            int down = levels - resolution;
            packets += pieces(width, down, exponents & 15) * pieces(height, down, exponents >> 4);
        }
        if (packets * layers * components > MOST_PACKETS) {
            throw Refused.tooLarge("JPEG 2000 of " + packets + " precincts in " + layers + " layers");
        }
    }

    private static long pieces(int length, int down, int exponent) {
        return ((((long) length >> Math.min(down, 31)) + 1) >> exponent) + 2;
    }
}
