package jp.kiyome.image.jpeg;

import java.util.List;

/** How readers take the components, decided as libjpeg does (jdapimin.c, default_decompress_parms) and written so that nobody need guess. */
enum ColourModel {
    GRAY,
    YCBCR,
    RGB,
    /** Four components without an Adobe marker: readers take the values as they are. */
    CMYK,
    /** With an Adobe marker: readers take the values as inverted. */
    ADOBE_CMYK,
    ADOBE_YCCK;

    /** @param adobeTransform the Adobe marker's transform, or -1 when there was no such marker */
    static ColourModel of(Frame frame, boolean jfif, int adobeTransform) {
        return switch (frame.components().size()) {
            case 1 -> GRAY;
            case 3 -> threeComponents(frame, jfif, adobeTransform);
            default -> adobeTransform < 0 ? CMYK : adobeTransform == 2 ? ADOBE_YCCK : ADOBE_CMYK;
        };
    }

    private static ColourModel threeComponents(Frame frame, boolean jfif, int adobeTransform) {
        if (jfif) {
            return YCBCR;
        }
        if (adobeTransform >= 0) {
            return adobeTransform == 0 ? RGB : YCBCR;
        }
        List<Integer> ids = frame.components().stream().map(Component::id).toList();
        return ids.equals(List.of((int) 'R', (int) 'G', (int) 'B')) ? RGB : YCBCR;
    }

    /** The Adobe marker's transform to write, or -1 for no marker. */
    int adobeTransform() {
        return switch (this) {
            case GRAY, YCBCR, CMYK -> -1;
            case RGB, ADOBE_CMYK -> 0;
            case ADOBE_YCCK -> 2;
        };
    }

    /** A JFIF marker would make readers take RGB as YCbCr. */
    boolean allowsJfif() {
        return this != RGB;
    }

    int componentId(int index) {
        return this == RGB ? "RGB".charAt(index) : index + 1;
    }

    /** Luminance-like components share one Huffman table, the others a second: baseline has no more than two (T.81 F.1.3). */
    static int tableOf(int component) {
        return component == 0 || component == 3 ? 0 : 1;
    }
}
