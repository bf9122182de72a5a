package jp.kiyome.core.password;

/**
 * A line as it stands, and with its full-width forms of ASCII as ASCII; both of one length.
 *
 * @param text as it stands
 * @param narrow the same places in ASCII, where there is such a character
 */
record Line(String text, String narrow) {

    private static final int FULL_WIDTH = 0xFEE0;
    private static final String END_MARKS = ".,;:!?)]}>\"'";
    private static final int LEAST_DECORATION = 3;

    static Line of(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            narrow.append(c >= 0xFF01 && c <= 0xFF5E ? (char) (c - FULL_WIDTH) : c == 0x3000 ? ' ' : c);
        }
        return new Line(text, narrow.toString());
    }

    int size() {
        return text.length();
    }

    boolean isBlank() {
        return narrow.isBlank();
    }

    char at(int place) {
        return place < size() ? narrow.charAt(place) : ' ';
    }

    Line part(int from, int to) {
        return new Line(text.substring(from, to), narrow.substring(from, to));
    }

    Line trimmed() {
        int from = 0;
        int to = size();
        while (from < to && Character.isWhitespace(narrow.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(narrow.charAt(to - 1))) {
            to--;
        }
        return part(from, to);
    }

    /** Behind the first of some signs from a place on, or -1. */
    int firstOf(String signs, int from) {
        for (int i = from; i < size(); i++) {
            if (signs.indexOf(narrow.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The visible ASCII that begins at a place, as far as it goes. */
    Line token(int from) {
        int to = from;
        while (to < size() && narrow.charAt(to) > ' ' && narrow.charAt(to) < 0x7F) {
            to++;
        }
        return part(from, to);
    }

    /** Whether it is nothing but small letters, as words are that only lead to the password. */
    boolean isPlainWord() {
        return narrow.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    Line withoutEndMarks() {
        int to = size();
        while (to > 0 && END_MARKS.indexOf(narrow.charAt(to - 1)) >= 0) {
            to--;
        }
        return part(0, to);
    }

    /** Whether it is empty, or a rule drawn with one sign. */
    boolean isDecoration() {
        boolean one = narrow.chars().distinct().count() == 1 && !Character.isLetterOrDigit(narrow.charAt(0));
        return isBlank() || one && size() >= LEAST_DECORATION;
    }
}
