package jp.kiyome.core.finding;

import java.util.Objects;

/**
 * Text that came from a file: a part name, an element, a link target. Whoever prints it gets a short, escaped form that
 * can neither break a line of a log nor turn the reading direction of a screen.
 *
 * <p>Immutable; threads may share it.
 */
public final class Untrusted {

    /** Characters that {@link #toString} shows at most. */
    public static final int SHOWN = 160;

    private static final Untrusted NOTHING = new Untrusted("");

    private final String text;

    private Untrusted(String text) {
        this.text = text;
    }

    public static Untrusted of(String text) {
        return text.isEmpty() ? NOTHING : new Untrusted(text);
    }

    public static Untrusted nothing() {
        return NOTHING;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The text as it stood in the file. Never for a screen or a log. */
    public String unescaped() {
        return text;
    }

    /** At most {@link #SHOWN} characters; controls, bidirectional marks and invisible characters as {@code \}{@code uXXXX}. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), SHOWN) + 8);
        text.codePoints().limit(SHOWN).forEach(point -> append(shown, point));
        if (text.codePointCount(0, text.length()) > SHOWN) {
            shown.append('…');
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                shown.append("\\u{").append(Integer.toHexString(point)).append('}');
            default -> shown.appendCodePoint(point);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Untrusted that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }
}
