package jp.kiyome.pdf.allow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rules of the allow-list, which is ours: mistakes in it are errors of the program. Not thread-safe. */
final class RuleParser {

    private static final Pattern WORD = Pattern.compile("[a-z]+(\\((-?[0-9]+)(\\.\\.([0-9]+))?\\))?");
    private static final Pattern SHAPED = Pattern.compile("(!?)\\{([A-Za-z0-9/]+)(:([A-Za-z]+)(/([A-Za-z]*))?)?}");

    private final String text;
    private int at;

    private RuleParser(String text) {
        this.text = text;
    }

    static Rule parse(String text) {
        RuleParser parser = new RuleParser(text);
        Rule rule = parser.alternatives();
        if (parser.at != text.length()) {
            throw new IllegalStateException("allow-list rule " + text);
        }
        return rule;
    }

    private Rule alternatives() {
        List<Rule> rules = new ArrayList<>();
        rules.add(one());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            rules.add(one());
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.FirstOf(List.copyOf(rules));
    }

    private Rule one() {
        int start = at;
        return switch (text.charAt(at)) {
            case '=' -> {
                at++;
                yield new Rule.OneName(Set.of(take("[A-Za-z0-9_,]+").split(",", -1)));
            }
            case '@' -> {
                at++;
                yield new Rule.Coded(take("[a-z-]+"));
            }
            case '[' -> {
                Rule item = inside(']');
                yield new Rule.ListOf(item, text.substring(start, at));
            }
            case '<' -> {
                Rule value = inside('>');
                yield new Rule.MapOf(value, text.substring(start, at));
            }
            case '{', '!' -> shaped();
            default -> word();
        };
    }

    private Rule inside(char end) {
        at++;
        Rule rule = alternatives();
        if (text.charAt(at++) != end) {
            throw new IllegalStateException("allow-list rule " + text);
        }
        return rule;
    }

    private Rule shaped() {
        Matcher match = SHAPED.matcher(text).region(at, text.length());
        if (!match.lookingAt()) {
            throw new IllegalStateException("allow-list rule " + text);
        }
        at = match.end();
        return new Rule.Shaped(
                match.group(2),
                match.group(4) == null ? "" : match.group(4),
                match.group(6) == null ? "" : match.group(6),
                !match.group(1).isEmpty());
    }

    private String take(String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(text).region(at, text.length());
        if (!match.lookingAt()) {
            throw new IllegalStateException("allow-list rule " + text);
        }
        at = match.end();
        return match.group();
    }

    private Rule word() {
        Matcher match = WORD.matcher(text).region(at, text.length());
        if (!match.lookingAt()) {
            throw new IllegalStateException("allow-list rule " + text);
        }
        at = match.end();
        String all = match.group();
        int paren = all.indexOf('(');
        long first = match.group(2) == null ? -1 : Long.parseLong(match.group(2));
        return switch (paren < 0 ? all : all.substring(0, paren)) {
            case "name" -> new Rule.OneName(Set.of());
            case "bool" -> new Rule.Truth();
            case "int" ->
                match.group(4) == null
                        ? new Rule.Whole(Integer.MIN_VALUE, 0xFFFFFFFFL)
                        : new Rule.Whole(first, Long.parseLong(match.group(4)));
            case "num" -> new Rule.Numeric();
            case "nums" -> new Rule.Numbers((int) first);
            case "text" -> new Rule.Text();
            case "string" -> new Rule.Bytes();
            case "date" -> new Rule.Date();
            default -> throw new IllegalStateException("allow-list rule " + text);
        };
    }
}
