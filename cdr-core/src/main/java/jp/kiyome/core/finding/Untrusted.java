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
        int before = 0;
        for (int point : text.codePoints().limit(SHOWN).toArray()) {
            append(shown, point, before);
            before = point;
        }
        if (text.codePointCount(0, text.length()) > SHOWN) {
            shown.append('…');
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point, int before) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                shown.append("\\u{").append(Integer.toHexString(point)).append('}');
            default -> {
                if (isBlank(point) || isSelector(point) && !Character.isIdeographic(before)) {
                    shown.append("\\u{").append(Integer.toHexString(point)).append('}');
                } else {
                    shown.appendCodePoint(point);
                }
            }
        }
    }

    /** Letters, marks and a symbol without ink: they are no controls, and nobody sees them. */
    private static boolean isBlank(int point) {
        return point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || (point >= 0x180B && point <= 0x180F)
                || point == 0x2800
                || point == 0x3164
                || point == 0xFFA0
                || point == 0xFFFC;
    }

    /** Chooses the shape of a character (Unicode 23.4); names of people need it behind ideographs. */
    private static boolean isSelector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
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
