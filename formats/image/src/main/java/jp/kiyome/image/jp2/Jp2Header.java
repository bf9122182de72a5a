package jp.kiyome.image.jp2;

import jp.kiyome.image.stream.Bytes;

/**
 * What a file says of its samples, checked; each part as it will be written, empty where the file has none.
 *
 * @param colour the contents of the colour box (15444-1 I.5.3.3)
 * @param palette the contents of the palette box
 * @param mapping the contents of the component mapping box
 * @param channels the contents of the channel definition box
 * @param resolution the contents of the resolution box
 */
record Jp2Header(Bytes colour, Bytes palette, Bytes mapping, Bytes channels, Bytes resolution) {

    boolean indexes() {
        return !palette.isEmpty();
    }
}
