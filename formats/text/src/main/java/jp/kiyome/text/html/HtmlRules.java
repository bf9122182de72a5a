package jp.kiyome.text.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.text.Table;

/** The lists of elements and attributes. Immutable; threads share it. */
final class HtmlRules {

    private static final Map<String, Map<String, String>> ELEMENTS = elements();
    private static final Map<String, String> DROPPED = findings("dropped.allow");
    private static final Map<String, String> UNWRAPPED = findings("unwrapped.allow");

    private HtmlRules() {}

    static boolean listed(String element) {
        return ELEMENTS.containsKey(element);
    }

    /** The rule for an attribute's value; empty where it may not stand. */
    static Optional<String> attribute(String element, String attribute) {
        String own = ELEMENTS.getOrDefault(element, Map.of()).get(attribute);
        return own != null
                ? Optional.of(own)
                : Optional.ofNullable(ELEMENTS.getOrDefault("*", Map.of()).get(attribute));
    }

    /** Why an element goes with what it holds. */
    static Optional<String> dropped(String element) {
        return Optional.ofNullable(DROPPED.get(element));
    }

    /** Why an element goes while what it holds stays. */
    static String unwrapped(String element) {
        return UNWRAPPED.getOrDefault(element, "html.element");
    }

    private static Map<String, Map<String, String>> elements() {
        Map<String, Map<String, String>> elements = new HashMap<>();
        for (List<String> row : rows("elements.allow")) {
            Map<String, String> attributes = new HashMap<>();
            if (!row.get(1).equals("-")) {
                for (String word : row.get(1).split(" ", -1)) {
                    int colon = word.indexOf(':');
                    attributes.put(word.substring(0, colon), word.substring(colon + 1));
                }
            }
            elements.put(row.get(0), Map.copyOf(attributes));
        }
        return Map.copyOf(elements);
    }

    private static Map<String, String> findings(String file) {
        Map<String, String> findings = new HashMap<>();
        rows(file).forEach(row -> findings.put(row.get(0), row.get(1)));
        return Map.copyOf(findings);
    }

    private static List<List<String>> rows(String file) {
        return Table.of(Objects.requireNonNull(HtmlRules.class.getResource(file)))
                .rows();
    }
}
