package jp.kiyome.image.heif;

import java.util.List;

/**
 * A coded item, or a grid of them (23008-12 6.6.2.3).
 *
 * @param tiles what a grid is made of, row by row; empty for a coded item
 */
record Picture(Item head, List<Item> tiles) {

    Picture {
        tiles = List.copyOf(tiles);
    }
}
