package jp.kiyome.office.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code style} attribute of a VML shape (ECMA-376-4 §19.1.2.19): properties that {@code vml-style.allow} names, with
 * values of their type, in the order they came. Everything else falls out, so there is no {@code url()}, no
 * {@code expression()}, no comment and no escape that could spell one.
 *
 * @param text the properties that stay, {@code name:value} with semicolons between; empty when none does
 * @param dropped names (or what stood in their place, cut to 40 characters) of those that fell out, at most 64
 */
public record CssStyle(String text, List<String> dropped) {

    /** Characters at most; a longer style loses everything. */
    public static final int LONGEST = 16384;

    private static final int MOST_REPORTED = 64;
    private static final int LONGEST_REPORTED = 40;
    private static final StyleProperties PROPERTIES = StyleProperties.load();

    public CssStyle {
        dropped = List.copyOf(dropped);
    }

    /** Never fails: what is no style has nothing that stays. */
    public static CssStyle parse(CharSequence style) {
        if (style.length() > LONGEST) {
            return new CssStyle("", List.of(shortened(style.toString())));
        }
        String text = style.toString();
        StringBuilder kept = new StringBuilder(text.length());
        List<String> dropped = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = declarationEnd(text, from);
            String declaration = text.substring(from, end).strip();
            from = end + 1;
            if (declaration.isEmpty()) {
                continue;
            }
            Optional<String> allowed = PROPERTIES.canonical(declaration);
            allowed.ifPresent(value -> kept.append(kept.isEmpty() ? "" : ";").append(value));
            if (allowed.isEmpty() && dropped.size() < MOST_REPORTED) {
                dropped.add(shortened(declaration));
            }
        }
        return new CssStyle(kept.toString(), dropped);
    }

    /** The properties that stay; empty when there were some and none of them does. */
    public static Optional<String> canonical(CharSequence style) {
        CssStyle parsed = parse(style);
        return parsed.text.isEmpty() && !parsed.dropped.isEmpty() ? Optional.empty() : Optional.of(parsed.text);
    }

    /** The next semicolon outside quotes. */
    private static int declarationEnd(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ';') {
                return i;
            }
        }
        return text.length();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_REPORTED));
    }
}
