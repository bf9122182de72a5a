package jp.kiyome.text.css;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;

/** What stands between braces, or in a {@code style} attribute. Stateless. */
public final class Declarations {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)", Pattern.DOTALL);
    private static final Pattern ACTIVE =
            Pattern.compile("(?i)url|image|expression|behaviou?r|binding|import|script|\\\\|var\\(|attr\\(|@");

    private Declarations() {}

    /** The declarations that may stay, in their order and their one form; empty text when none may. */
    public static String of(String text, CssLosses losses) {
        StringBuilder out = new StringBuilder();
        for (String declaration : COMMENT.matcher(text).replaceAll(" ").split(";", -1)) {
            String trimmed = declaration.strip();
            if (trimmed.isEmpty()) {
                continue;
            }
            Optional<String> kept = one(trimmed);
            if (kept.isPresent()) {
                out.append(out.isEmpty() ? "" : ";").append(kept.get());
            } else {
                losses.lost(trimmed, leadsAway(trimmed));
            }
        }
        return out.toString();
    }

    /** Whether a colour that HTML attributes take: a name, or six hexadecimal digits behind a number sign. */
    public static boolean colour(String value) {
        return Property.colour(value) || value.matches("#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?");
    }

    static boolean leadsAway(String text) {
        return ACTIVE.matcher(text).find();
    }

    private static Optional<String> one(String declaration) {
        int colon = declaration.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String name = Ascii.lower(declaration.substring(0, colon).strip());
        String value = declaration.substring(colon + 1).strip();
        boolean important = Ascii.lower(value).endsWith("!important");
        String plain = important ? value.substring(0, value.length() - "!important".length()) : value;
        return Property.named(name)
                .flatMap(property -> property.value(plain))
                .map(written -> name + ":" + written + (important ? "!important" : ""));
    }
}
