package jp.kiyome.image.pict;

import java.util.OptionalInt;

/**
 * What areas are filled with: a pattern of 64 pixels in foreground and background colour, seen as their mixture, or a colour of its own.
 * Immutable.
 *
 * @param share pixels of the pattern that are of the foreground
 * @param own where the pattern brings its colour along
 */
record Paint(int share, OptionalInt own) {

    static final Paint FOREGROUND = new Paint(64, OptionalInt.empty());
    static final Paint BACKGROUND = new Paint(0, OptionalInt.empty());

    static Paint pattern(byte[] rows) {
        int share = 0;
        for (byte row : rows) {
            share += Integer.bitCount(row & 0xFF);
        }
        return new Paint(share, OptionalInt.empty());
    }

    int colour(int foreground, int background) {
        return own.orElseGet(() -> PictColour.mixed(foreground, background, share));
    }
}
