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

    /** The same of UTF-16 in bytes: a new array, unit by unit; an odd byte at the end is left out. */
    static byte[] units(byte[] raw) {
        byte[] kept = new byte[raw.length & ~1];
        for (int at = 0; at < kept.length; at += 2) {
            char unit = unit(raw, at);
            if (Character.isHighSurrogate(unit)
                    && at + 2 < kept.length
                    && Character.isLowSurrogate(unit(raw, at + 2))) {
                put(kept, at, unit);
                at += 2;
                put(kept, at, unit(raw, at));
            } else {
                put(kept, at, plain(unit) ? unit : ' ');
            }
        }
        return kept;
    }

    private static char unit(byte[] bytes, int at) {
        return (char) (bytes[at] & 0xFF | bytes[at + 1] << 8);
    }

    private static void put(byte[] bytes, int at, char unit) {
        bytes[at] = (byte) unit;
        bytes[at + 1] = (byte) (unit >> 8);
    }
}
