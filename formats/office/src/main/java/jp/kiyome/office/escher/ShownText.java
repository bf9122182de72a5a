package jp.kiyome.office.escher;

import jp.kiyome.office.value.Visible;

/**
 * A text without the characters that no reader shows; tabs and ends of lines stay.
 *
 * @param changed whether some had to go
 */
record ShownText(String text, boolean changed) {

    static ShownText of(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (point == '\t' || point == '\r' || point == '\n' || point == 0x0B || Visible.one(point)) {
                kept.appendCodePoint(point);
            }
        });
        String text = kept.toString();
        return new ShownText(text, !text.equals(raw));
    }
}
