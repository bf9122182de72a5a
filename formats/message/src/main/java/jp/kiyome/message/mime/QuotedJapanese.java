package jp.kiyome.message.mime;

import java.nio.charset.StandardCharsets;

/**
 * Follows the characters of a quoted string whose bytes are Japanese without any encoding: the second byte of a Shift_JIS character can be
 * a backslash, and those of ISO-2022-JP a quote, and mean neither. Not thread-safe.
 */
final class QuotedJapanese {

    private final boolean shiftJis;
    private boolean lead;
    private boolean kanji;
    private int escape;

    /** @param text the whole field, a character for each byte */
    QuotedJapanese(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        boolean utf8 = new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
        shiftJis = !utf8;
    }

    /** Whether the next character is a byte inside a Japanese one. */
    boolean inside(char c) {
        if (c == 0x1B) {
            escape = 1;
            return true;
        }
        if (escape == 1) {
            kanji = c == '$';
            escape = 2;
            return true;
        }
        if (escape == 2) {
            escape = 0;
            return true;
        }
        if (kanji) {
            return true;
        }
        boolean trail = lead;
        lead = !trail && shiftJis && (c >= 0x81 && c <= 0x9F || c >= 0xE0 && c <= 0xFC);
        return trail && c >= 0x40;
    }

    void escaped() {
        lead = false;
    }
}
