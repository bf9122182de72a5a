package jp.kiyome.office.value;

import jp.kiyome.core.text.Ascii;

/** A number in a VML path or formula, or a reference to a formula ({@code @1}) or an adjustment ({@code #0}). */
final class VmlNumber {

    private static final int MOST_DIGITS = 12;

    private VmlNumber() {}

    /** Where the number or reference that begins at {@code from} ends; {@code from} when there is none. */
    static int end(CharSequence text, int from) {
        if (from >= text.length()) {
            return from;
        }
        char first = text.charAt(from);
        if (first == '@' || first == '#') {
            int end = digits(text, from + 1);
            return end > from + 1 && end - from <= 5 ? end : from;
        }
        int begin = first == '-' || first == '+' ? from + 1 : from;
        int end = digits(text, begin);
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digits(text, end + 1);
            return fraction > end + 1 && fraction - begin <= MOST_DIGITS ? fraction : from;
        }
        return end > begin && end - begin <= MOST_DIGITS ? end : from;
    }

    private static int digits(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
