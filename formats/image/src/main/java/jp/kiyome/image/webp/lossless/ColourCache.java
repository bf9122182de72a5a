package jp.kiyome.image.webp.lossless;

/** Recent colours by their hash (RFC 9649 3.6.3). Not for sharing. */
final class ColourCache {

    private static final int FACTOR = 0x1E35A7BD;

    private final int[] colours;
    private final int shift;

    /** @param bits 0 for none, or 1 to 11 */
    ColourCache(int bits) {
        colours = new int[bits == 0 ? 0 : 1 << bits];
        shift = 32 - bits;
    }

    int size() {
        return colours.length;
    }

    void add(int argb) {
        if (colours.length > 0) {
            colours[FACTOR * argb >>> shift] = argb;
        }
    }

    int at(int index) {
        return colours[index];
    }

    /** Where the colour stands, or -1. */
    int find(int argb) {
        if (colours.length == 0) {
            return -1;
        }
        int index = FACTOR * argb >>> shift;
        return colours[index] == argb ? index : -1;
    }
}
