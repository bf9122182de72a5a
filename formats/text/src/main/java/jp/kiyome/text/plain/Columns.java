package jp.kiyome.text.plain;

/** How wide characters are on a screen with a Japanese font (UAX 11: ambiguous ones are wide there). */
final class Columns {

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    static int of(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(point) ? 2 : 1;
    }

    private static boolean wide(int point) {
        if (point < 0x1100) {
            return point >= 0x391 && point <= 0x451;
        }
        if (point < 0x2E80) {
            return point <= 0x115F
                    || point >= 0x2010 && point <= 0x277F && point != 0x20A9 && !narrowPunctuation(point);
        }
        return point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xE000 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF01 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F000 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
    }

    private static boolean narrowPunctuation(int point) {
        return point == 0x2011
                || point >= 0x2027 && point <= 0x202F
                || point >= 0x2030 && point <= 0x206F && point != 0x203B;
    }

    /** With blanks behind it, up to a width. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }
}
