package jp.kiyome.office.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.text.Ascii;

/**
 * One line of {@code click-action.allow}.
 *
 * @param parameters the values that each may have; {@code integer} among them means any number of up to nine digits
 */
record ActionForm(ClickAction.Kind kind, String address, Map<String, Set<String>> parameters) {

    private static final int MOST_DIGITS = 9;

    static ActionForm of(List<String> words) {
        Map<String, Set<String>> parameters = new HashMap<>();
        for (String word : words.subList(2, words.size())) {
            int equals = word.indexOf('=');
            parameters.put(
                    word.substring(0, equals), Set.of(word.substring(equals + 1).split("\\|")));
        }
        ClickAction.Kind kind = ClickAction.Kind.valueOf(
                words.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new ActionForm(kind, words.get(1), Map.copyOf(parameters));
    }

    boolean allows(String text) {
        int question = text.indexOf('?');
        if (!address.equals(question < 0 ? text : text.substring(0, question))) {
            return false;
        }
        String[] given =
                question < 0 ? new String[0] : text.substring(question + 1).split("&", -1);
        Set<String> seen = new HashSet<>();
        for (String parameter : given) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!seen.add(name) || !allows(name, parameter.substring(equals + 1))) {
                return false;
            }
        }
        return seen.equals(parameters.keySet());
    }

    private boolean allows(String name, String value) {
        Set<String> values = parameters.getOrDefault(name, Set.of());
        return values.contains("integer") ? isNumber(value) : values.contains(value);
    }

    private static boolean isNumber(String value) {
        return !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(Ascii::isDigit);
    }
}
