package jp.kiyome.image.heif;

import java.util.List;

/**
 * One item of a file as its tables say (14496-12 8.11).
 *
 * @param type its four letters
 * @param places where its bytes stand in the file, in order
 * @param uses the properties associated with it, in order
 */
record Item(long id, String type, List<Range> places, List<Use> uses) {

    Item {
        places = List.copyOf(places);
        uses = List.copyOf(uses);
    }

    /** From a place in the file up to another. */
    record Range(long from, long to) {}

    /**
     * A property that it has.
     *
     * @param index into the table of properties, from zero
     * @param essential whether a reader that does not know it must not show the item
     */
    record Use(int index, boolean essential) {}
}
