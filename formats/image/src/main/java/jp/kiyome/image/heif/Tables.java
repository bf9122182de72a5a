package jp.kiyome.image.heif;

import java.util.List;
import java.util.Map;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.stream.Refused;

/**
 * What the meta box of a file says.
 *
 * @param primary number of the item that is the picture
 * @param items by their numbers, in the file's order
 * @param properties the table that items refer to
 * @param links between items
 */
record Tables(long primary, Map<Long, Item> items, List<Box> properties, List<Link> links) {

    /** Items that one item refers to (14496-12 8.11.12). */
    record Link(String type, long from, List<Long> to) {}

    Item item(long id) {
        Item found = items.get(id);
        if (found == null) {
            throw Refused.damaged("HEIF that names item " + id + ", which is not there");
        }
        return found;
    }

    /** What an item is made of. */
    List<Long> parts(long id) {
        return links.stream()
                .filter(link -> link.type().equals("dimg") && link.from() == id)
                .findFirst()
                .map(Link::to)
                .orElse(List.of());
    }

    /** Whether an item is there for the primary one in such a way. */
    boolean serves(long id, String type) {
        return links.stream()
                .anyMatch(link -> link.type().equals(type)
                        && link.from() == id
                        && link.to().contains(primary));
    }
}
