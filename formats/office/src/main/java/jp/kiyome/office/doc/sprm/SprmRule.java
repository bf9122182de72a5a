package jp.kiyome.office.doc.sprm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.office.value.AllowLines;

/** A line of {@code sprms.allow}. */
sealed interface SprmRule {

    String name();

    default int least() {
        return 0;
    }

    default int most() {
        return 0;
    }

    /** The property stays where its operand fits. */
    record Keep(String name, Operand kind, int least, int most) implements SprmRule {}

    /** The property stays with what a layout reads of its operand. */
    record Written(String name, OperandLayout layout) implements SprmRule {}

    /**
     * The definition of a row ([MS-DOC] 2.9.321) stays with what layouts read of it.
     *
     * @param edge of a cell
     * @param cell what is said of one
     */
    record Defined(String name, OperandLayout edge, OperandLayout cell) implements SprmRule {}

    /** The property is known, and goes. */
    record Drop(String name, String finding) implements SprmRule {}

    /** All lines, by code. */
    static Map<Integer, SprmRule> load() {
        Map<Integer, SprmRule> rules = new HashMap<>();
        Map<String, List<String>> names = new HashMap<>();
        for (List<String> words : AllowLines.of(SprmRule.class, "sprms.allow")) {
            if (words.getFirst().equals("let")) {
                names.put(words.get(1), words.subList(2, words.size()));
            } else if (rules.put(Integer.decode(words.getFirst()), rule(words, names)) != null) {
                throw new IllegalStateException("twice in sprms.allow: " + words);
            }
        }
        return Map.copyOf(rules);
    }

    private static SprmRule rule(List<String> words, Map<String, List<String>> names) {
        String name = words.get(1);
        List<String> rest = words.subList(3, words.size());
        return switch (words.get(2)) {
            case "drop" -> new Drop(name, words.get(3));
            case "fields" -> new Written(name, OperandLayout.parse(rest, names));
            case "row" ->
                new Defined(
                        name,
                        OperandLayout.parse(rest.subList(0, 1), names),
                        OperandLayout.parse(rest.subList(1, 2), names));
            default -> new Keep(name, Operand.named(words.get(2)), number(words, 3), number(words, 4));
        };
    }

    private static int number(List<String> words, int at) {
        if (words.size() <= at) {
            return at == 3 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return Integer.decode(words.get(at));
    }
}
