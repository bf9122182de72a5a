package jp.kiyome.office.value;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;

/** The formula of a VML shape type ({@code v:f/@eqn}; ECMA-376-4 §19.1.2.6). */
public final class VmlFormula {

    private static final int LONGEST = 256;

    /** Number of arguments of each operation; trailing ones may be left out. */
    private static final Map<String, Integer> ARGUMENTS = Map.ofEntries(
            Map.entry("val", 1),
            Map.entry("sum", 3),
            Map.entry("prod", 3),
            Map.entry("product", 3),
            Map.entry("mid", 2),
            Map.entry("abs", 1),
            Map.entry("min", 2),
            Map.entry("max", 2),
            Map.entry("if", 3),
            Map.entry("mod", 3),
            Map.entry("atan2", 2),
            Map.entry("sin", 2),
            Map.entry("cos", 2),
            Map.entry("cosatan2", 3),
            Map.entry("sinatan2", 3),
            Map.entry("sqrt", 1),
            Map.entry("sumangle", 3),
            Map.entry("ellipse", 3),
            Map.entry("tan", 2));

    /** Values that the shape itself supplies. */
    private static final Set<String> SUPPLIED = Set.of(
            "width",
            "height",
            "xcenter",
            "ycenter",
            "xlimo",
            "ylimo",
            "hasstroke",
            "hasfill",
            "pixellinewidth",
            "pixelwidth",
            "pixelheight",
            "emuwidth",
            "emuheight",
            "emuwidth2",
            "emuheight2",
            "linedrawn");

    private VmlFormula() {}

    /** Operation and arguments with one space between them. */
    public static Optional<String> canonical(CharSequence text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String[] words = Words.of(text);
        Integer most = ARGUMENTS.get(words[0]);
        if (most == null || words.length < 2 || words.length - 1 > most) {
            return Optional.empty();
        }
        for (int i = 1; i < words.length; i++) {
            if (!isArgument(words[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(String.join(" ", words));
    }

    private static boolean isArgument(String word) {
        return SUPPLIED.contains(Ascii.lower(word)) || VmlNumber.end(word, 0) == word.length();
    }
}
