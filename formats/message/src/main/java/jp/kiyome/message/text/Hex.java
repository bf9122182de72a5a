package jp.kiyome.message.text;

import jp.kiyome.core.text.Ascii;

/** Two hexadecimal digits. Stateless. */
public final class Hex {

    private Hex() {}

    /** The byte that the two characters at a place stand for; -1 when they stand for none. */
    public static int at(CharSequence text, int index) {
        if (index + 1 >= text.length()
                || !Ascii.isHexDigit(text.charAt(index))
                || !Ascii.isHexDigit(text.charAt(index + 1))) {
            return -1;
        }
        return Character.digit(text.charAt(index), 16) * 16 + Character.digit(text.charAt(index + 1), 16);
    }
}
