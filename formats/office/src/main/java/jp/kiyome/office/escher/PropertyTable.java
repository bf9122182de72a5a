package jp.kiyome.office.escher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.office.value.AllowLines;

/** The properties that the allow-list names. Immutable; threads may share it. */
final class PropertyTable {

    /** A property by its name. */
    record Property(String name, PropertyRule rule) {}

    static final PropertyTable ALL = new PropertyTable();

    private final Map<Integer, Property> byId = new HashMap<>();

    private PropertyTable() {
        for (List<String> words : AllowLines.of(PropertyTable.class, "art-properties.allow")) {
            Property property = new Property(words.get(1), PropertyRule.parse(words.subList(2, words.size())));
            if (byId.put(Integer.decode(words.getFirst()), property) != null) {
                throw new IllegalStateException("twice in the table: " + words);
            }
        }
    }

    Optional<Property> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }
}
