package jp.kiyome.office.value;

/** The name of a font, or a list of names: what programs look up among their fonts, and no path or address to one. */
public final class FontName {

    /** UTF-16 code units at most. */
    public static final int LONGEST = 255;

    private static final String FORBIDDEN = "\\/:";

    private FontName() {}

    /** Whether the text is one; an empty text is, since documents state so that there is no font. */
    public static boolean fits(CharSequence text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7F || FORBIDDEN.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
