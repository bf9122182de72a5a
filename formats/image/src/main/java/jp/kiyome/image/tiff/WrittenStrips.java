package jp.kiyome.image.tiff;

import java.util.List;

/**
 * How a page's data lies in the output.
 *
 * @param height rows of a strip or tile
 * @param tileWidth pixels across, 0 for strips
 * @param planes 1, or as many as there are samples when each has its own
 * @param lengths bytes of each, in the order in which they follow each other
 */
record WrittenStrips(int height, int tileWidth, int planes, List<Long> lengths) {

    boolean tiled() {
        return tileWidth > 0;
    }
}
