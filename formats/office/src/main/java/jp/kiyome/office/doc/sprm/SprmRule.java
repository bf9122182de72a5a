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

    /** The property is known, and goes. */
    record Drop(String name, String finding) implements SprmRule {}

    /** All lines, by code. */
    static Map<Integer, SprmRule> load() {
        Map<Integer, SprmRule> rules = new HashMap<>();
        for (List<String> words : AllowLines.of(SprmRule.class, "sprms.allow")) {
            String name = words.get(1);
            String kind = words.get(2);
            SprmRule rule = kind.equals("drop")
                    ? new Drop(name, words.get(3))
                    : new Keep(name, Operand.named(kind), number(words, 3), number(words, 4));
            if (rules.put(Integer.decode(words.getFirst()), rule) != null) {
                throw new IllegalStateException("twice in sprms.allow: " + words);
            }
        }
        return Map.copyOf(rules);
    }

    private static int number(List<String> words, int at) {
        if (words.size() <= at) {
            return at == 3 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return Integer.decode(words.get(at));
    }
}
