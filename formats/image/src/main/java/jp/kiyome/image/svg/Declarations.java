package jp.kiyome.image.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Declarations of a style attribute or of a rule (CSS Syntax 3 §5.4.5), read and written anew. Stateless. */
final class Declarations {

    private static final String IMPORTANT = "!important";

    private Declarations() {}

    /** Those that may stay, in their order; empty text when none may. */
    static String of(String text, Names names, CssLosses losses) {
        List<String> kept = new ArrayList<>();
        for (String declaration : split(CssText.withoutComments(text, losses))) {
            if (!declaration.isBlank()) {
                one(declaration, names, losses).ifPresent(kept::add);
            }
        }
        return String.join(";", kept);
    }

    private static Optional<String> one(String declaration, Names names, CssLosses losses) {
        int colon = declaration.indexOf(':');
        String property = declaration.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
        String value = declaration.substring(colon + 1).strip();
        if (!Properties.known(property)) {
            losses.lost("svg.property", property);
            return Optional.empty();
        }
        String compact = value.toLowerCase(Locale.ROOT);
        boolean important = compact.endsWith("important") && compact.indexOf('!') > 0;
        String plain = important ? value.substring(0, value.lastIndexOf('!')).strip() : value;
        Optional<String> accepted = Properties.accept(property, plain, names);
        if (accepted.isEmpty()) {
            losses.lost(CssText.leadsAway(plain) ? "svg.external" : "svg.value", property + ": " + plain);
        }
        return accepted.map(text -> property + ":" + text + (important ? IMPORTANT : ""));
    }

    /** Splits at semicolons that stand neither in quotes nor in brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ';' && depth <= 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
