package jp.kiyome.office.ole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.office.value.AllowLines;

/**
 * A kind of compound document: the class of its root and what may stand there, as {@code streams.allow} says. Immutable.
 *
 * @param classId of the root storage
 */
public record OleKind(String name, UUID classId, List<Line> lines) {

    /** What becomes of an entry. */
    sealed interface Fate {

        /** The handler rebuilds it. */
        record Keep() implements Fate {}

        /** It is written in one form only, or not at all; nothing of it tells anything. */
        record Write() implements Fate {}

        /** It goes, told by this code. */
        record Drop(String code) implements Fate {}
    }

    /**
     * A line of the list.
     *
     * @param pattern a name in lower case, with {@code *} at its end for any rest
     */
    record Line(String pattern, Fate fate) {

        boolean fits(String name) {
            int last = pattern.length() - 1;
            String lower = name.toLowerCase(Locale.ROOT);
            return pattern.charAt(last) == '*' ? lower.startsWith(pattern.substring(0, last)) : lower.equals(pattern);
        }
    }

    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");

    public OleKind {
        lines = List.copyOf(lines);
    }

    /**
     * The kind of this name in {@code streams.allow}.
     *
     * @throws IllegalStateException when there is none
     */
    public static OleKind named(String name) {
        Optional<UUID> classId = Optional.empty();
        List<Line> lines = new ArrayList<>();
        boolean here = false;
        for (List<String> words : AllowLines.of(OleKind.class, "streams.allow")) {
            if (words.getFirst().equals("kind")) {
                here = words.get(1).equals(name);
                classId = here ? Optional.of(UUID.fromString(words.get(2))) : classId;
            } else if (here) {
                lines.add(line(words));
            }
        }
        return new OleKind(name, classId.orElseThrow(() -> new IllegalStateException("no kind " + name)), lines);
    }

    private static Line line(List<String> words) {
        Matcher escapes = ESCAPE.matcher(words.get(1));
        String pattern = escapes.replaceAll(
                escape -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        Fate fate =
                switch (words.getFirst()) {
                    case "keep" -> new Fate.Keep();
                    case "write" -> new Fate.Write();
                    case "drop" -> new Fate.Drop(words.get(2));
                    default -> throw new IllegalStateException("no such line: " + words);
                };
        return new Line(pattern.toLowerCase(Locale.ROOT), fate);
    }

    Fate fate(String name) {
        return lines.stream()
                .filter(line -> line.fits(name))
                .map(Line::fate)
                .findFirst()
                .orElse(new Fate.Drop("ole.unknown-entry"));
    }
}
