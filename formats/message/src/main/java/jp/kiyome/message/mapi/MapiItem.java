package jp.kiyome.message.mapi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A message, a recipient or an attachment.
 *
 * @param properties by their number, 0 to 0x7FFF
 * @param named those that have a set, and a number or a text in it
 * @param unnamed how many properties have a name of another kind, or none that is told
 * @param recipients of a message
 * @param attachments of a message
 * @param inside the message that an attachment is
 * @param lost names of streams and storages that belong to nothing
 */
public record MapiItem(
        SortedMap<Integer, MapiValue> properties,
        SortedMap<Name, MapiValue> named,
        int unnamed,
        List<MapiItem> recipients,
        List<MapiItem> attachments,
        Optional<MapiItem> inside,
        List<String> lost) {

    public MapiItem {
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
        lost = List.copyOf(lost);
    }

    /**
     * The name of a property: a set and a number in it, or a text.
     *
     * @param text empty where a number is the name
     */
    public record Name(UUID set, int id, String text) implements Comparable<Name> {

        public Name(UUID set, int id) {
            this(set, id, "");
        }

        @Override
        public int compareTo(Name other) {
            return Comparator.comparing((Name name) -> name.set.toString())
                    .thenComparingInt(Name::id)
                    .thenComparing(Name::text)
                    .compare(this, other);
        }
    }

    /** Without recipients and attachments. */
    public static MapiItem of(Map<Integer, MapiValue> properties) {
        return new MapiItem(
                new TreeMap<>(properties), new TreeMap<>(), 0, List.of(), List.of(), Optional.empty(), List.of());
    }

    /** A whole number; empty where there is none. */
    public Optional<Long> number(int id) {
        return properties.get(id) instanceof MapiValue.Fixed(int type, long bits) && type == MapiValue.INT
                ? Optional.of(bits)
                : Optional.empty();
    }
}
