package jp.kiyome.image.svg;

import java.util.Optional;

/** A style sheet (CSS Syntax 3 §5.4): rules whose selectors are simple; no at-rules. Stateless. */
final class StyleSheet {

    private StyleSheet() {}

    /** The rules that may stay, in their order; empty text when none may. */
    static String of(String input, Names names, CssLosses losses) {
        String text =
                CssText.withoutComments(input, losses).replace("<!--", " ").replace("-->", " ");
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '}') {
                at++;
            } else if (text.charAt(at) == '@') {
                int behind = behindAtRule(text, at);
                boolean away = CssText.leadsAway(text.substring(at, behind)) || text.startsWith("@import", at);
                losses.lost(away ? "svg.external" : "svg.style-rule", word(text, at));
                at = behind;
            } else {
                at = rule(text, at, names, losses, out);
            }
        }
        return out.toString();
    }

    private static int rule(String text, int from, Names names, CssLosses losses, StringBuilder out) {
        int open = text.indexOf('{', from);
        int close = open < 0 ? -1 : text.indexOf('}', open);
        if (open < 0) {
            losses.lost("svg.style-rule", "");
            return text.length();
        }
        int end = close < 0 ? text.length() : close;
        Optional<String> selectors = Selectors.of(text.substring(from, open), names);
        if (selectors.isEmpty()) {
            losses.lost("svg.style-rule", text.substring(from, open).strip());
        } else {
            String declarations = Declarations.of(text.substring(open + 1, end), names, losses);
            if (!declarations.isEmpty()) {
                out.append(selectors.get()).append('{').append(declarations).append('}');
            }
        }
        return Math.min(text.length(), end + 1);
    }

    private static String word(String text, int from) {
        int to = from + 1;
        while (to < text.length() && (Character.isLetter(text.charAt(to)) || text.charAt(to) == '-')) {
            to++;
        }
        return text.substring(from, to);
    }

    /** An at-rule ends with a semicolon, or with the block that it opens. */
    private static int behindAtRule(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth <= 0 || c == ';' && depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
