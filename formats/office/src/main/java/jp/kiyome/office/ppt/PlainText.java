package jp.kiyome.office.ppt;

/**
 * A text as slides show it: of control characters only tabs and ends of lines and paragraphs; others, and halves of surrogate
 * pairs, become blanks, so that places in the text stay what they are.
 *
 * @param changed whether some became blanks
 */
record PlainText(String text, boolean changed) {

    static PlainText of(String raw) {
        char[] chars = raw.toCharArray();
        boolean changed = false;
        for (int i = 0; i < chars.length; i++) {
            if (Character.isHighSurrogate(chars[i]) && i + 1 < chars.length && Character.isLowSurrogate(chars[i + 1])) {
                i++;
            } else if (!plain(chars[i])) {
                chars[i] = ' ';
                changed = true;
            }
        }
        return new PlainText(changed ? new String(chars) : raw, changed);
    }

    private static boolean plain(char c) {
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == 0x0B || c == '\r';
        }
        return c != 0x7F && !Character.isSurrogate(c) && c < 0xFFFE;
    }
}
