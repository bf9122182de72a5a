package jp.kiyome.image.png;

import jp.kiyome.image.exif.Exif;
import jp.kiyome.image.exif.Orientation;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;

/** The value rules of the small chunks that we carry over (PNG 11.3). Stateless. */
final class Ancillary {

    private static final long MAX_INTEGER = Integer.MAX_VALUE;

    private Ancillary() {}

    /** Whether the chunk's values are what the specification allows in a picture of that header. */
    static boolean valid(String type, ByteReader in, PngHeader header, int paletteEntries) {
        long length = in.remaining();
        return switch (type) {
            case "tRNS" -> validTransparency(in, header, paletteEntries);
            case "bKGD" ->
                header.hasPalette() ? length == 1 && in.u8() < paletteEntries : validSamples(in, header, !grey(header));
            case "gAMA" -> length == 4 && integers(in, 1);
            case "cHRM" -> length == 32 && integers(in, 8);
            case "sRGB" -> length == 1 && in.u8() <= 3;
            case "cICP" -> length == 4 && validCodingPoints(in);
            case "pHYs" -> length == 9 && integers(in, 2) && in.u8() <= 1;
            case "eXIf" -> !orientation(in).upright();
            default -> false;
        };
    }

    static Orientation orientation(ByteReader exif) {
        return Exif.read(exif.bytes((int) exif.remaining())).orientation();
    }

    /** The chunk's data as we write it. */
    static Bytes rebuilt(String type, ByteReader in) {
        byte[] data = in.bytes((int) in.remaining());
        return Bytes.of(type.equals("eXIf") ? Exif.write(Exif.read(data).orientation()) : data);
    }

    private static boolean grey(PngHeader header) {
        return header.colourType() == PngHeader.GREY || header.colourType() == PngHeader.GREY_ALPHA;
    }

    private static boolean validTransparency(ByteReader in, PngHeader header, int paletteEntries) {
        if (header.hasPalette()) {
            return in.remaining() >= 1 && in.remaining() <= paletteEntries;
        }
        return !header.hasAlpha() && validSamples(in, header, header.colourType() == PngHeader.RGB);
    }

    private static boolean validSamples(ByteReader in, PngHeader header, boolean three) {
        int samples = three ? 3 : 1;
        if (in.remaining() != 2L * samples) {
            return false;
        }
        boolean valid = true;
        for (int i = 0; i < samples; i++) {
            valid &= in.u16be() >> header.depth() == 0;
        }
        return valid;
    }

    private static boolean integers(ByteReader in, int count) {
        boolean valid = true;
        for (int i = 0; i < count; i++) {
            valid &= in.u32be() <= MAX_INTEGER;
        }
        return valid;
    }

    /** PNG 11.3.2.6: points of ITU-T H.273; PNG holds RGB alone, so the matrix is 0. */
    private static boolean validCodingPoints(ByteReader in) {
        return in.u8() <= 22 && in.u8() <= 18 && in.u8() == 0 && in.u8() <= 1;
    }
}
