package jp.kiyome.office.value;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;

/** The properties of {@code vml-style.allow} and what each may be. */
final class StyleProperties {

    /** One property: words it may be, and kinds of value besides. */
    private record Rule(Set<String> words, Set<StyleValue> kinds) {

        Optional<String> canonical(String value) {
            String lower = Ascii.lower(value);
            if (words.contains(lower)) {
                return Optional.of(lower);
            }
            boolean fits = kinds.stream().anyMatch(kind -> kind.fits(value));
            return fits ? Optional.of(value) : Optional.empty();
        }
    }

    private final Map<String, Rule> rules;

    private StyleProperties(Map<String, Rule> rules) {
        this.rules = Map.copyOf(rules);
    }

    static StyleProperties load() {
        Map<String, Rule> rules = new HashMap<>();
        for (List<String> words : AllowLines.of(StyleProperties.class, "vml-style.allow")) {
            Set<String> values = Set.copyOf(words.subList(1, words.size()));
            Rule rule = new Rule(
                    values.stream()
                            .filter(value -> StyleValue.named(value).isEmpty())
                            .collect(toUnmodifiableSet()),
                    values.stream()
                            .flatMap(value -> StyleValue.named(value).stream())
                            .collect(toUnmodifiableSet()));
            if (rules.put(words.getFirst(), rule) != null) {
                throw new IllegalStateException("named twice: " + words.getFirst());
            }
        }
        return new StyleProperties(rules);
    }

    /** {@code name:value} when the property may be that. */
    Optional<String> canonical(String declaration) {
        int colon = declaration.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = Ascii.lower(declaration.substring(0, colon).strip());
        Rule rule = rules.get(name);
        return rule == null
                ? Optional.empty()
                : rule.canonical(declaration.substring(colon + 1).strip()).map(value -> name + ":" + value);
    }
}
