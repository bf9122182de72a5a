package jp.kiyome.core.link;

/** Classes of ASCII characters. No other character belongs to any of them, whatever Unicode says of it. Stateless. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(int c) {
        int lower = c | 0x20;
        return isDigit(c) || lower >= 'a' && lower <= 'z' && c < 0x80;
    }

    static boolean isHexDigit(int c) {
        int lower = c | 0x20;
        return isDigit(c) || lower >= 'a' && lower <= 'f' && c < 0x80;
    }

    static String lower(CharSequence text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 0x20 : c)));
        return lower.toString();
    }
}
