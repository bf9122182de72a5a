package jp.kiyome.image.bmp;

import jp.kiyome.image.stream.Refused;

/** Which bits of a 16- or 32-bit pixel are which colour ([MS-WMF] 2.2.2.4); each may be 0 for none. */
record Masks(int red, int green, int blue, int alpha) {

    static final Masks RGB555 = new Masks(0x7C00, 0x03E0, 0x001F, 0);
    static final Masks RGB888 = new Masks(0xFF0000, 0xFF00, 0xFF, 0);

    /** Throws unless the masks are runs of bits that do not meet and fit into the pixel. */
    Masks checked(int bits) {
        boolean valid = run(red) && run(green) && run(blue) && run(alpha) && used() != alpha;
        boolean apart = ((red & green) | ((red | green) & blue) | ((red | green | blue) & alpha)) == 0;
        if (!valid || !apart || (bits < 32 && used() >>> bits != 0)) {
            throw Refused.damaged("BMP with colour masks that are no runs of bits, or meet");
        }
        return this;
    }

    private static boolean run(int mask) {
        int low = mask >>> Integer.numberOfTrailingZeros(mask);
        return mask == 0 || (low & low + 1) == 0;
    }

    int used() {
        return red | green | blue | alpha;
    }

    boolean plain(int bits) {
        return equals(bits == 16 ? RGB555 : RGB888);
    }
}
