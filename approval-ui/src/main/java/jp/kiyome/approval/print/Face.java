package jp.kiyome.approval.print;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The two fonts, neither of which is in the file: a Latin one of those that every reader has (ISO 32000-2, 9.6.2.2), and a Japanese one by
 * its character collection (9.7.5.2), for which readers take what they have.
 */
enum Face {
    LATIN("F1"),
    JAPANESE("F2");

    /** Of the signs from space to tilde in Helvetica, in thousandths of the size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
                722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556,
                278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334,
                584
    };

    private static final String GOTHIC = "HeiseiKakuGo-W5";

    private final String resource;

    Face(String resource) {
        this.resource = resource;
    }

    /** As pages call it. */
    String resource() {
        return resource;
    }

    static Face of(int sign) {
        return sign >= ' ' && sign <= '~' ? LATIN : JAPANESE;
    }

    /** Of a sign, in thousandths of the size. */
    static int width(int sign) {
        return switch (of(sign)) {
            case LATIN -> WIDTHS[sign - ' '];
            case JAPANESE -> isHalf(sign) ? 500 : 1000;
        };
    }

    /** Half-width katakana; the same is said in {@code W} of the font. */
    private static boolean isHalf(int sign) {
        return sign >= 0xFF61 && sign <= 0xFF9F;
    }

    static int width(String text) {
        return text.codePoints().map(Face::width).sum();
    }

    /** Signs of this face as a string between angle brackets: whatever they are, they end nothing. */
    String written(String text) {
        byte[] codes = text.getBytes(
                switch (this) {
                    case LATIN -> StandardCharsets.US_ASCII;
                    case JAPANESE -> StandardCharsets.UTF_16BE;
                });
        return "<" + HexFormat.of().withUpperCase().formatHex(codes) + ">";
    }

    /** Writes it; the answer is the number of its object. */
    int write(PdfObjects file) {
        return switch (this) {
            case LATIN -> file.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
            case JAPANESE -> {
                int descriptor = file.add(
                        "<</Type/FontDescriptor/FontName/" + GOTHIC
                                + "/Flags 4/FontBBox[-92 -250 1010 922]/ItalicAngle 0/Ascent 752/Descent -221/CapHeight 737/StemV 114>>");
                int signs = file.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/" + GOTHIC
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 4>>/FontDescriptor "
                        + descriptor
                        + " 0 R/DW 1000/W[327 389 500]>>");
                yield file.add("<</Type/Font/Subtype/Type0/BaseFont/" + GOTHIC
                        + "-UniJIS-UTF16-H/Encoding/UniJIS-UTF16-H/DescendantFonts[" + signs + " 0 R]>>");
            }
        };
    }
}
