package jp.kiyome.text.css;

import java.util.Optional;
import java.util.regex.Pattern;

/** A style sheet: rules with simple selectors, and rules of media around them. No other at-rule. Stateless. */
public final class StyleSheet {

    /** Rules of media inside rules of media. */
    private static final int DEEPEST = 3;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)", Pattern.DOTALL);
    private static final Pattern SELECTORS =
            Pattern.compile("[-a-zA-Z0-9_.#*>+~, \\t\\r\\n\\u0080-\\uD7FF:()]{1,1000}");
    private static final Pattern PSEUDO = Pattern.compile(
            ":+(?!(?:link|visited|hover|active|focus|first-child|last-child|first-of-type|last-of-type|only-child|root|empty"
                    + "|first-line|first-letter|nth-child\\([-0-9a-z+ ]{1,12}\\)|nth-of-type\\([-0-9a-z+ ]{1,12}\\)"
                    + "|not\\([-a-zA-Z0-9_.#]{1,40}\\))(?![-a-zA-Z(]))");
    private static final Pattern MEDIA = Pattern.compile("(?i)@media[ \\t\\r\\n]+([-a-z0-9 :(),.]{1,200})");

    private StyleSheet() {}

    /** The rules that may stay, in their order and their one form; empty text when none may. */
    public static String of(String input, CssLosses losses) {
        String text =
                COMMENT.matcher(input.replace("<!--", " ").replace("-->", " ")).replaceAll(" ");
        return rules(text, losses, 0);
    }

    private static String rules(String text, CssLosses losses, int depth) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        // Looked for again only when they are behind, so that each character is passed over once.
        int open = text.indexOf('{');
        int semicolon = text.indexOf(';');
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '}' || c == ';') {
                at++;
                continue;
            }
            open = open >= 0 && open < at ? text.indexOf('{', at) : open;
            semicolon = semicolon >= 0 && semicolon < at ? text.indexOf(';', at) : semicolon;
            if (open < 0 || c == '@' && semicolon >= 0 && semicolon < open) {
                int end = semicolon < 0 ? text.length() : semicolon + 1;
                lost(text.substring(at, end), losses);
                at = end;
                continue;
            }
            int close = closing(text, open);
            String head = text.substring(at, open).strip();
            String body = text.substring(open + 1, Math.min(close, text.length()));
            out.append(head.startsWith("@") ? media(head, body, losses, depth) : rule(head, body, losses));
            at = close + 1;
        }
        return out.toString();
    }

    private static String rule(String head, String body, CssLosses losses) {
        Optional<String> selectors = selectors(head);
        if (selectors.isEmpty() || body.indexOf('{') >= 0) {
            lost(head + "{" + body + "}", losses);
            return "";
        }
        String declarations = Declarations.of(body, losses);
        return declarations.isEmpty() ? "" : selectors.get() + "{" + declarations + "}\n";
    }

    private static String media(String head, String body, CssLosses losses, int depth) {
        var matcher = MEDIA.matcher(head);
        if (depth == DEEPEST || !matcher.matches()) {
            lost(head + "{" + body + "}", losses);
            return "";
        }
        String inside = rules(body, losses, depth + 1);
        return inside.isEmpty()
                ? ""
                : "@media " + matcher.group(1).strip().replaceAll(" +", " ") + "{\n" + inside + "}\n";
    }

    private static Optional<String> selectors(String head) {
        boolean plain =
                SELECTORS.matcher(head).matches() && !PSEUDO.matcher(head).find();
        return plain ? Optional.of(head.replaceAll("[ \\t\\r\\n]+", " ")) : Optional.empty();
    }

    private static void lost(String text, CssLosses losses) {
        losses.lost(text.strip(), Declarations.leadsAway(text));
    }

    /** The brace that closes the one at {@code open}; the end of the text where none does. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
