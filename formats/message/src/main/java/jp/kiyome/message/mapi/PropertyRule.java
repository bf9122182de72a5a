package jp.kiyome.message.mapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Table;

/**
 * A property that is carried over, from {@code properties.tsv} and {@code named-properties.tsv}.
 *
 * @param name as [MS-OXPROPS] has it
 */
record PropertyRule(String name, Kind kind) {

    enum Kind {
        TEXT,
        TEXTS,
        INT,
        BOOL,
        TIME,
        REAL,
        CLASS,
        CID,
        BODY,
        HTML,
        RTF,
        DATA,
        MADE
    }

    enum Scope {
        MESSAGE,
        RECIPIENT,
        ATTACHMENT
    }

    private static final Map<Scope, Map<Integer, PropertyRule>> BY_ID = byId();
    private static final Map<MapiItem.Name, PropertyRule> BY_NAME = byName();

    static Optional<PropertyRule> of(Scope scope, int id) {
        return Optional.ofNullable(BY_ID.getOrDefault(scope, Map.of()).get(id));
    }

    static Optional<PropertyRule> of(MapiItem.Name name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<Scope, Map<Integer, PropertyRule>> byId() {
        Map<Scope, Map<Integer, PropertyRule>> all = new HashMap<>();
        for (List<String> row : rows("properties.tsv")) {
            Scope scope = Scope.valueOf(Ascii.upper(row.get(2)));
            Kind kind = Kind.valueOf(Ascii.upper(row.get(3)));
            all.computeIfAbsent(scope, any -> new HashMap<>())
                    .put(Integer.parseInt(row.get(0), 16), new PropertyRule(row.get(1), kind));
        }
        return all;
    }

    private static Map<MapiItem.Name, PropertyRule> byName() {
        Map<MapiItem.Name, PropertyRule> all = new HashMap<>();
        for (List<String> row : rows("named-properties.tsv")) {
            all.put(
                    name(UUID.fromString(row.get(0)), row.get(1)),
                    new PropertyRule(row.get(2), Kind.valueOf(Ascii.upper(row.get(3)))));
        }
        return all;
    }

    /** A number, or a text in quotes. */
    private static MapiItem.Name name(UUID set, String written) {
        return written.startsWith("'")
                ? new MapiItem.Name(set, 0, written.substring(1, written.length() - 1))
                : new MapiItem.Name(set, Integer.parseInt(written, 16));
    }

    static List<List<String>> rows(String table) {
        return Table.of(Objects.requireNonNull(PropertyRule.class.getResource(table)))
                .rows();
    }
}
