package jp.kiyome.office.value;

import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;

/** A text cut at its white space. */
final class Words {

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");

    private Words() {}

    /** At least one word, which is empty when the text is. */
    static String[] of(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && Ascii.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Ascii.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return SPACE.split(text.subSequence(from, to));
    }
}
