package jp.kiyome.office.odf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.office.value.AllowLines;

/** The settings of {@code settings.allow}: which stay, and what their values may be. Immutable. */
final class SettingRules {

    static final SettingRules ALL = new SettingRules();

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");

    private final Set<String> sets = new HashSet<>();
    private final Set<String> flags = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Map<String, List<String>> words = new HashMap<>();

    private SettingRules() {
        for (List<String> line : AllowLines.of(SettingRules.class, "settings.allow")) {
            List<String> rest = line.subList(1, line.size());
            switch (line.getFirst()) {
                case "set" -> sets.addAll(rest);
                case "flag" -> flags.addAll(rest);
                case "number" -> numbers.addAll(rest);
                case "word" -> words.put(rest.getFirst(), rest.subList(1, rest.size()));
                default -> throw new IllegalStateException("settings.allow: " + line);
            }
        }
    }

    boolean hasSet(String name) {
        return sets.contains(name);
    }

    boolean hasItem(String name) {
        return flags.contains(name) || numbers.contains(name) || words.containsKey(name);
    }

    boolean accepts(String name, String value) {
        if (flags.contains(name)) {
            return value.equals("true") || value.equals("false");
        }
        return numbers.contains(name)
                ? NUMBER.matcher(value).matches()
                : words.getOrDefault(name, List.of()).contains(value);
    }
}
