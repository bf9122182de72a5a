package jp.kiyome.message.text;

/**
 * The text of a header as people may be shown it: no controls, no characters that turn the reading direction or show nothing. Joiners and
 * variation selectors stay, which names and emoji are written with. Stateless.
 */
public final class Clean {

    private Clean() {}

    /** Clean text on one line, without white space around it; cleaning it again changes nothing. */
    public static String line(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(clean, point));
        return clean.toString().strip();
    }

    /** Whether {@link #line} takes more away than line breaks and tabs. */
    public static boolean deceives(String text) {
        return text.codePoints().anyMatch(point -> point != '\t' && point != '\r' && point != '\n' && hides(point));
    }

    private static void append(StringBuilder clean, int point) {
        if (point == '\t' || point == '\n' || point == '\r' || point == 0x85) {
            clean.append(' ');
        } else if (!hides(point)) {
            clean.appendCodePoint(point);
        }
    }

    private static boolean hides(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            default -> point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800;
        };
    }
}
