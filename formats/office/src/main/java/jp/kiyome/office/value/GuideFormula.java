package jp.kiyome.office.value;

import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** The formula of a shape guide in DrawingML ({@code a:gd/@fmla}; ECMA-376-1 §20.1.9.11 and §20.1.10.76). */
public final class GuideFormula {

    private static final int LONGEST = 512;
    private static final int LONGEST_WORD = 64;

    /** Number of arguments of each of the 17 operators. */
    private static final Map<String, Integer> ARGUMENTS = Map.ofEntries(
            Map.entry("*/", 3),
            Map.entry("+-", 3),
            Map.entry("+/", 3),
            Map.entry("?:", 3),
            Map.entry("abs", 1),
            Map.entry("at2", 2),
            Map.entry("cat2", 3),
            Map.entry("cos", 2),
            Map.entry("max", 2),
            Map.entry("min", 2),
            Map.entry("mod", 3),
            Map.entry("pin", 3),
            Map.entry("sat2", 3),
            Map.entry("sin", 2),
            Map.entry("sqrt", 1),
            Map.entry("tan", 2),
            Map.entry("val", 1));

    private GuideFormula() {}

    /** Operator and arguments with one space between them. */
    public static Optional<String> canonical(CharSequence text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String[] words = Words.of(text);
        Integer arguments = ARGUMENTS.get(words[0]);
        if (arguments == null || arguments != words.length - 1) {
            return Optional.empty();
        }
        for (int i = 1; i < words.length; i++) {
            if (!isArgument(words[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(String.join(" ", words));
    }

    /** A whole number, or the name of a guide, an adjustment or a preset ({@code hc}, {@code 3cd4}, {@code connsiteX0}). */
    private static boolean isArgument(String word) {
        if (word.length() > LONGEST_WORD) {
            return false;
        }
        boolean sign = word.startsWith("-") || word.startsWith("+");
        for (int i = sign ? 1 : 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean fits = sign ? Ascii.isDigit(c) : Ascii.isLetterOrDigit(c) || c == '_';
            if (!fits) {
                return false;
            }
        }
        return word.length() > (sign ? 1 : 0);
    }
}
