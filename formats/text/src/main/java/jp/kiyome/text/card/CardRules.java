package jp.kiyome.text.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Table;

/** Which components and properties may stand in a file. Immutable; threads share it. */
// Filled by the constructors, and read only after that.
@SuppressWarnings("ImmutableEnumChecker")
enum CardRules {
    CALENDAR(
            "calendar.allow",
            "VCALENDAR",
            Map.of(
                    "VCALENDAR", Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"),
                    "VEVENT", Set.of("VALARM"),
                    "VTODO", Set.of("VALARM"),
                    "VTIMEZONE", Set.of("STANDARD", "DAYLIGHT"))),
    CONTACT("contact.allow", "VCARD", Map.of());

    private static final Map<String, String> PARAMETERS = new HashMap<>();

    static {
        for (List<String> row : rows("parameters.allow")) {
            PARAMETERS.put(row.get(0), row.get(1));
        }
    }

    private final Map<String, String> values = new HashMap<>();
    private final String root;
    private final Map<String, Set<String>> inside;

    CardRules(String file, String root, Map<String, Set<String>> inside) {
        this.root = root;
        this.inside = inside;
        for (List<String> row : rows(file)) {
            values.put(row.get(0) + " " + row.get(1), row.get(2));
        }
    }

    String root() {
        return root;
    }

    boolean mayHold(String component, String inner) {
        return component.isEmpty()
                ? inner.equals(root)
                : inside.getOrDefault(component, Set.of()).contains(inner);
    }

    /** The kind of value of a property; empty where it may not stand. */
    Optional<String> value(String component, String property) {
        String own = values.get(component + " " + property);
        boolean special = Set.of("VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VALARM", "VCARD")
                .contains(component);
        return own != null || special ? Optional.ofNullable(own) : Optional.ofNullable(values.get("* " + property));
    }

    static Optional<String> parameter(String name) {
        return Optional.ofNullable(PARAMETERS.get(name));
    }

    private static List<List<String>> rows(String file) {
        return Table.of(Objects.requireNonNull(CardRules.class.getResource(file)))
                .rows();
    }
}
