package jp.kiyome.image.jp2;

import java.util.Locale;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/**
 * What a codestream's markers say (15444-1 Annex A), every size checked before a decoder allocates for it.
 *
 * @param width samples in a row of the picture, {@code height} rows of it
 * @param components samples of a pixel, 1 to 4
 * @param depth bits of each sample, 1 to 16
 * @param from where it begins, and {@code to} where it ends
 */
record Codestream(int width, int height, int components, int depth, long from, long to) {

    static final AllowList MARKERS = AllowList.beside(Codestream.class, "markers.allow");

    static final int SOC = 0xFF4F;
    static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    static final int COM = 0xFF64;
    static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;

    /** Samples of all components: the decoder holds them as numbers of four bytes, several times. */
    private static final long MOST_SAMPLES = 50_000_000;

    private static final long MOST_TILES = 16_384;
    private static final int MOST_COMPONENTS = 4;

    /** Walks all markers; throws {@link jp.kiyome.core.finding.Refusal} for what is damaged, too large or not of part 1. */
    static Codestream read(Content content, long from, long to, Session session) {
        ByteReader in = new ByteReader(content, from, to);
        if (in.u16be() != SOC || in.u16be() != SIZ) {
            throw Refused.damaged("JPEG 2000 that does not begin with its size");
        }
        Size size = Size.read(in);
        long samples = (long) size.width * size.height * size.components;
        session.budget().pixels(size.width, size.height);
        if (samples > MOST_SAMPLES) {
            throw Refused.tooLarge("JPEG 2000 of " + samples + " samples");
        }
        session.budget().decode(samples * (size.depth > 8 ? 2 : 1));
        long end = tileParts(in, size, session);
        if (end < to) {
            session.found(Removed.from("image.trailing-data", "offset " + end + ", " + (to - end) + " bytes"));
        }
        return new Codestream(size.width, size.height, size.components, size.depth, from, end);
    }

    private static long tileParts(ByteReader in, Size size, Session session) {
        int marker = header(in, size, session);
        long most = 64 + 256 * size.tiles;
        for (long parts = 0; marker == SOT; parts++) {
            if (parts == most) {
                throw Refused.tooLarge("JPEG 2000 of more than " + most + " parts of tiles");
            }
            long start = in.position() - 2;
            if (in.u16be() != 10 || in.u16be() >= size.tiles) {
                throw Refused.damaged("JPEG 2000 with a part of no tile");
            }
            long length = in.u32be();
            in.skip(2);
            if (header(in, size, session) != SOD) {
                throw Refused.damaged("JPEG 2000 with a part of a tile without data");
            }
            if (length == 0) {
                // A.4.2: up to the end of the codestream, which is where its last marker stands.
                in.seek(in.end() - 2);
            } else if (length < in.position() - start) {
                throw Refused.damaged("JPEG 2000 with a part of a tile of " + length + " bytes");
            } else {
                in.seek(start + length);
            }
            marker = in.u16be();
        }
        if (marker != EOC) {
            throw Refused.damaged("JPEG 2000 without its end");
        }
        return in.position();
    }

    /** Marker segments up to the first marker that ends a header. */
    private static int header(ByteReader in, Size size, Session session) {
        int marker = in.u16be();
        while (marker != SOT && marker != SOD && marker != EOC) {
            String key = String.format(Locale.ROOT, "%04X", marker);
            AllowList.Entry entry = MARKERS.entry(key);
            if (entry.rule() == AllowList.Rule.REFUSE) {
                throw Refused.unsupported("JPEG 2000 with the marker " + key);
            }
            long end = in.position() + in.u16be();
            if (entry.rule() == AllowList.Rule.DROP) {
                session.found(Removed.from(entry.argument(), "marker " + key));
            } else if (marker == SIZ) {
                throw Refused.damaged("JPEG 2000 with two sizes");
            } else if (marker == COD || marker == COC) {
                CodingStyle.check(in, marker == COC, size.width, size.height, size.components);
            }
            in.seek(Math.max(end, in.position()));
            marker = in.u16be();
        }
        return marker;
    }

    /** A.5.1. */
    private record Size(int width, int height, int components, int depth, long tiles) {

        static Size read(ByteReader in) {
            int length = in.u16be();
            in.skip(2);
            long right = in.u32be();
            long bottom = in.u32be();
            long left = in.u32be();
            long top = in.u32be();
            long tileWidth = in.u32be();
            long tileHeight = in.u32be();
            long tileLeft = in.u32be();
            long tileTop = in.u32be();
            int components = in.u16be();
            boolean placed = left < right
                    && top < bottom
                    && tileLeft <= left
                    && tileTop <= top
                    && tileLeft + tileWidth > left
                    && tileTop + tileHeight > top;
            if (!placed
                    || components < 1
                    || length != 38 + 3 * components
                    || right > Integer.MAX_VALUE
                    || bottom > Integer.MAX_VALUE) {
                throw Refused.damaged("JPEG 2000 of an impossible size");
            }
            if (components > MOST_COMPONENTS) {
                throw Refused.unsupported("JPEG 2000 of " + components + " components");
            }
            long tiles = ((right - tileLeft + tileWidth - 1) / tileWidth)
                    * ((bottom - tileTop + tileHeight - 1) / tileHeight);
            if (tiles > MOST_TILES) {
                throw Refused.tooLarge("JPEG 2000 of " + tiles + " tiles");
            }
            return new Size((int) (right - left), (int) (bottom - top), components, depth(in, components), tiles);
        }

        /** One depth for all, and every component as large as the picture. */
        private static int depth(ByteReader in, int components) {
            int depth = in.u8();
            boolean whole = in.u16be() == 0x0101;
            for (int i = 1; i < components; i++) {
                whole &= in.u8() == depth && in.u16be() == 0x0101;
            }
            if (!whole || depth > 15) {
                throw Refused.unsupported(
                        "JPEG 2000 with components of several depths or sizes, signed, or of more than 16 bits");
            }
            return depth + 1;
        }
    }
}
