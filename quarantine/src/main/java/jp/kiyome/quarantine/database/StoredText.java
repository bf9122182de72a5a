package jp.kiyome.quarantine.database;

import java.util.HexFormat;
import jp.kiyome.core.finding.Untrusted;

/**
 * Text from outside in a form that every database can hold and gives back as it was: PostgreSQL has no NUL, and no halves of
 * surrogate pairs. These and the backslash are written as a backslash and four hex digits.
 */
public final class StoredText {

    private static final int MOST = 60_000;

    private StoredText() {}

    /** To be stored. What is longer than any name or subject can honestly be ends with an ellipsis. */
    public static String of(Untrusted text) {
        String all = text.unescaped();
        StringBuilder stored = new StringBuilder(Math.min(all.length(), MOST) + 8);
        int at = 0;
        while (at < all.length() && at < MOST) {
            int point = all.codePointAt(at);
            if (point == 0 || point == '\\' || point >= 0xD800 && point <= 0xDFFF) {
                stored.append('\\').append(HexFormat.of().toHexDigits((char) point));
            } else {
                stored.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return at < all.length() ? stored.append('…').toString() : stored.toString();
    }

    /** What was stored. */
    public static Untrusted read(String stored) {
        StringBuilder text = new StringBuilder(stored.length());
        int at = 0;
        while (at < stored.length()) {
            char one = stored.charAt(at);
            if (one == '\\') {
                text.append((char) HexFormat.fromHexDigits(stored, at + 1, at + 5));
                at += 5;
            } else {
                text.append(one);
                at++;
            }
        }
        return Untrusted.of(text.toString());
    }
}
