package jp.kiyome.cad.dxf.rules;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The allow-lists {@code records.allow} and {@code header.allow}. Immutable; threads may share it. */
public final class RuleBook {

    private static final RuleBook BOOK = load();

    private final Map<RecordKind, Map<String, RecordRule>> rules;
    private final Map<RecordKind, Map<String, String>> dropped;

    RuleBook(Map<RecordKind, Map<String, RecordRule>> rules, Map<RecordKind, Map<String, String>> dropped) {
        this.rules = copy(rules);
        this.dropped = copy(dropped);
    }

    private static <V> Map<RecordKind, Map<String, V>> copy(Map<RecordKind, Map<String, V>> maps) {
        Map<RecordKind, Map<String, V>> copy = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            copy.put(kind, Map.copyOf(maps.getOrDefault(kind, new HashMap<>())));
        }
        return copy;
    }

    public static RuleBook get() {
        return BOOK;
    }

    private static RuleBook load() {
        RuleParser parser = new RuleParser();
        for (String list : List.of("records.allow", "header.allow")) {
            parser.read(list);
        }
        return parser.book();
    }

    /** Empty for a record that no list names. */
    public Optional<RecordRule> rule(RecordKind kind, String name) {
        return Optional.ofNullable(rules.getOrDefault(kind, Map.of()).get(name));
    }

    /** The finding for a record that goes by name. */
    public Optional<String> dropped(RecordKind kind, String name) {
        return Optional.ofNullable(dropped.getOrDefault(kind, Map.of()).get(name));
    }

    /** Whether a record of this name may stand anywhere. */
    public boolean knows(String name) {
        return rule(RecordKind.ENTITY, name).isPresent()
                || rule(RecordKind.OBJECT, name).isPresent();
    }
}
