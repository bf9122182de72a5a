package jp.kiyome.office.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One field of {@code fields.allow}.
 *
 * @param arguments in order
 * @param switches by their letter in lower case
 * @param rest whether what follows the name is read by a grammar of its own
 */
record FieldForm(List<Slot> arguments, Map<Character, List<Slot>> switches, Rest rest) {

    /** A place for an argument. */
    record Slot(ArgumentKind kind, boolean optional) {}

    /** What follows the name. */
    enum Rest {
        ARGUMENTS,
        EQUATION,
        EXPRESSION
    }

    static FieldForm of(List<String> words) {
        List<Slot> arguments = new ArrayList<>();
        Map<Character, List<Slot>> switches = new HashMap<>();
        Rest rest = Rest.ARGUMENTS;
        for (String word : words.subList(1, words.size())) {
            if (word.equals("equation")) {
                rest = Rest.EQUATION;
            } else if (word.equals("expression")) {
                rest = Rest.EXPRESSION;
            } else if (word.startsWith("\\")) {
                switches.put(word.charAt(1), word.length() > 2 ? List.of(slot(word.substring(3))) : List.of());
            } else {
                arguments.add(slot(word));
            }
        }
        return new FieldForm(List.copyOf(arguments), Map.copyOf(switches), rest);
    }

    private static Slot slot(String word) {
        boolean optional = word.endsWith("?");
        return new Slot(ArgumentKind.named(optional ? word.substring(0, word.length() - 1) : word), optional);
    }
}
