package jp.kiyome.app.screen;

/** Widths of text on a terminal, where most East Asian characters take two cells (Unicode Standard Annex #11). */
final class Columns {

    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(Columns::cells).sum();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String padStart(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** As much from the start of a text as fits. */
    static String start(String text, int width) {
        int to = 0;
        int used = 0;
        while (to < text.length()) {
            int point = text.codePointAt(to);
            used += cells(point);
            if (used > width) {
                break;
            }
            to += Character.charCount(point);
        }
        return text.substring(0, to);
    }

    /** As much from the end of a text as fits. */
    static String end(String text, int width) {
        int from = text.length();
        int used = 0;
        while (from > 0) {
            int point = text.codePointBefore(from);
            used += cells(point);
            if (used > width) {
                break;
            }
            from -= Character.charCount(point);
        }
        return text.substring(from);
    }

    private static int cells(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
