package jp.kiyome.office.value;

/** Which characters may stand in a text that readers show or follow. */
public final class Visible {

    private Visible() {}

    /**
     * Whether every character can be seen or is a plain space: no controls, no bidirectional marks, no invisible format
     * characters except the two joiners, no half of a surrogate pair, no character that Unicode leaves unassigned. Private use
     * characters pass, since Japanese offices have their own (gaiji).
     */
    public static boolean all(CharSequence text) {
        for (int i = 0; i < text.length(); ) {
            int point = Character.codePointAt(text, i);
            if (!one(point)) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    /** Whether {@link #all} would pass a text of this one character. */
    public static boolean one(int point) {
        if (point < 0x80) {
            return point >= ' ' && point != 0x7F;
        }
        if (point == 0x200C || point == 0x200D) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
