package jp.kiyome.office.rtf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.office.value.AllowLines;

/** The control words of {@code words.allow}. Immutable; read when first asked for. */
final class WordRules {

    private final Map<String, WordRule> rules = new HashMap<>();
    private final Set<String> starred = new HashSet<>();

    private WordRules() {
        for (List<String> line : AllowLines.of(WordRules.class, "words.allow")) {
            List<String> rest = line.subList(1, line.size());
            switch (line.getFirst()) {
                case "root" -> {}
                case "group" -> rest.forEach(name -> put(name, new WordRule.Group()));
                case "code" -> rest.forEach(name -> put(name, new WordRule.Code()));
                case "drop" -> coded(rest, new WordRule.Drop(code(rest)));
                case "quiet" -> rest.forEach(name -> put(name, new WordRule.Quiet()));
                case "tell" -> coded(rest, new WordRule.Tell(code(rest)));
                case "flag" -> rest.forEach(name -> put(name, new WordRule.Flag()));
                case "number" -> {
                    String[] range = rest.getFirst().split("\\.\\.", 2);
                    coded(rest, new WordRule.Number(Integer.parseInt(range[0]), Integer.parseInt(range[1])));
                }
                case "listed" -> coded(rest, new WordRule.Listed(numbers(rest.getFirst())));
                default -> throw new IllegalStateException("words.allow: " + line);
            }
        }
    }

    static WordRules all() {
        return Read.ALL;
    }

    Optional<WordRule> rule(String word) {
        return Optional.ofNullable(rules.get(word));
    }

    /** Whether the destination is written with a star, for readers that do not know it. */
    boolean starred(String word) {
        return starred.contains(word);
    }

    private void coded(List<String> rest, WordRule rule) {
        rest.subList(1, rest.size()).forEach(name -> put(name, rule));
    }

    private static Set<Integer> numbers(String list) {
        Set<Integer> numbers = new HashSet<>();
        for (String number : list.split(",", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        return numbers;
    }

    private static String code(List<String> rest) {
        return FindingKind.of(rest.getFirst()).code();
    }

    /** {@code cs}, {@code ts} and {@code ds} are words with a number, and with a star the beginning of a style. */
    private void put(String name, WordRule rule) {
        boolean star = name.startsWith("*");
        String bare = star ? name.substring(1) : name;
        if (star) {
            starred.add(bare);
            if (bare.equals("cs") || bare.equals("ts")) {
                return;
            }
        }
        if (rules.put(bare, rule) != null) {
            throw new IllegalStateException("words.allow: twice: " + bare);
        }
    }

    private static final class Read {
        static final WordRules ALL = new WordRules();
    }
}
