package jp.kiyome.image.svg;

import java.util.Locale;

/** What is looked for in the text of CSS before it is taken apart. Stateless. */
final class CssText {

    private CssText() {}

    /** Comments become blanks; one without an end takes the rest with it. */
    static String withoutComments(String text, CssLosses losses) {
        int start = text.indexOf("/*");
        if (start < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (start >= 0) {
            losses.lost("svg.comment", "");
            out.append(text, from, start).append(' ');
            int end = text.indexOf("*/", start + 2);
            from = end < 0 ? text.length() : end + 2;
            start = text.indexOf("/*", from);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Whether a value that is refused was to lead out of the file, or to run something. */
    static boolean leadsAway(String value) {
        String small = value.toLowerCase(Locale.ROOT);
        return small.contains("url(") || small.contains("script:") || small.contains("expression(");
    }
}
