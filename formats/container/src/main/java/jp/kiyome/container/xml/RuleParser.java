package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the right side of a {@code simple} line, or what stands behind an attribute or {@code text}. */
final class RuleParser {

    private static final String DECIMAL_PART = "[0-9]+(\\.[0-9]+)?";
    private static final int LONGEST_PATTERN_VALUE = 1 << 16;

    private static final Set<String> WITH_ARGUMENTS = Set.of(
            "enum", "fixed", "integer", "decimal", "hex", "string", "token", "base64", "pattern", "union", "list");

    private final Set<String> delegated;
    private final Function<String, ValueRule> simpleTypes;

    RuleParser(Set<String> delegated, Function<String, ValueRule> simpleTypes) {
        this.delegated = delegated;
        this.simpleTypes = simpleTypes;
    }

    ValueRule parse(String text) {
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space + 1).strip();
        if (!rest.isEmpty() && !WITH_ARGUMENTS.contains(word) && !delegated.contains(word)) {
            throw new IllegalStateException("this rule has no arguments: " + text);
        }
        return switch (word) {
            case "enum" -> new Words(words(rest));
            case "fixed" -> new Words(words(rest));
            case "integer" -> integer(rest);
            case "decimal" -> decimal(rest);
            case "boolean" -> new Words(List.of("true", "false", "0", "1"));
            case "hex" -> rest.isEmpty() ? new PlainRules.Hex(0, 2048) : hex(Integer.parseInt(rest));
            case "guid" -> pattern("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}");
            case "datetime" ->
                pattern(
                        "-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?");
            case "measure" -> pattern("-?" + DECIMAL_PART + "(mm|cm|in|pt|pc|pi)");
            case "percent" -> pattern("-?" + DECIMAL_PART + "%");
            case "lang" -> pattern("([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}|[0-9A-Fa-f]{4})?");
            case "string" ->
                rest.isEmpty() ? new ValueRule.AnyText() : new PlainRules.Characters(Integer.parseInt(rest), true);
            case "token" -> new PlainRules.Characters(rest.isEmpty() ? 255 : Integer.parseInt(rest), false);
            case "base64" -> new PlainRules.Base64(rest.isEmpty() ? 4096 : Integer.parseInt(rest));
            case "pattern" -> pattern(rest);
            case "union" -> union(words(rest));
            case "list" -> new PlainRules.Many(plain(rest));
            case "xml-space" -> new Words(List.of("default", "preserve"));
            default -> delegated.contains(word) ? new ValueRule.Delegated(word, words(rest)) : simpleTypes.apply(word);
        };
    }

    private static ValueRule pattern(String regex) {
        return new PlainRules.Shape(Pattern.compile(regex), LONGEST_PATTERN_VALUE);
    }

    private static ValueRule hex(int bytes) {
        return new PlainRules.Hex(bytes, bytes);
    }

    private static ValueRule integer(String range) {
        int dots = range.indexOf("..");
        if (dots < 0) {
            return new PlainRules.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        String least = range.substring(0, dots);
        String most = range.substring(dots + 2);
        return new PlainRules.Whole(
                least.isEmpty() ? Long.MIN_VALUE : Long.parseLong(least),
                most.isEmpty() ? Long.MAX_VALUE : Long.parseLong(most));
    }

    private static ValueRule decimal(String range) {
        int dots = range.indexOf("..");
        if (dots < 0) {
            return new PlainRules.Fraction(-Double.MAX_VALUE, Double.MAX_VALUE);
        }
        String least = range.substring(0, dots);
        String most = range.substring(dots + 2);
        return new PlainRules.Fraction(
                least.isEmpty() ? -Double.MAX_VALUE : Double.parseDouble(least),
                most.isEmpty() ? Double.MAX_VALUE : Double.parseDouble(most));
    }

    private ValueRule union(List<String> types) {
        return new ValueRule.Either(types.stream().map(simpleTypes).toList());
    }

    private ValueRule.Plain plain(String type) {
        return switch (simpleTypes.apply(type)) {
            case ValueRule.Plain plain -> plain;
            case ValueRule.Either either ->
                new PlainRules.Any(
                        either.rules().stream().map(ValueRule.Plain.class::cast).toList());
            case ValueRule.AnyText any -> throw new IllegalStateException("a list of any text");
            case ValueRule.Delegated delegated -> throw new IllegalStateException("a list of " + delegated.name());
        };
    }

    /** White-space separated words; quotes hold a word with spaces or without characters. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            boolean quoted = text.charAt(at) == '"';
            int end = text.indexOf(quoted ? '"' : ' ', at + 1);
            end = end < 0 ? text.length() : end;
            words.add(text.substring(quoted ? at + 1 : at, end));
            at = end + 1;
        }
        return words;
    }
}
