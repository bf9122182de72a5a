package jp.kiyome.message.mime;

import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;

/** Whether a stretch that is not read as parts holds what other readers would read as parts. Stateless. */
final class Suspicion {

    private static final Pattern FIELD =
            Pattern.compile("(?i)[\\s\\x00-\\x20]*content-(type|transfer-encoding|disposition)\\s*:.*");

    /** Bytes of a line that are looked at. */
    private static final int LOOKED_AT = 200;

    private Suspicion() {}

    /** A line of dashes with a field of structure on the next. */
    static boolean parts(Content content, long from, long to) {
        Lines lines = new Lines(content, from, to);
        boolean dashes = false;
        while (lines.next()) {
            if (dashes && FIELD.matcher(lines.text(LOOKED_AT)).matches()) {
                return true;
            }
            dashes = lines.length() > 2 && lines.at(0) == '-' && lines.at(1) == '-';
        }
        return false;
    }

    /** Whether the first line with anything in it is a field of structure, or one of dashes before such. */
    static boolean beginsAsPart(Content content) {
        Lines lines = new Lines(content, 0, content.size());
        boolean dashes = false;
        while (lines.next()) {
            String line = lines.text(LOOKED_AT);
            if (FIELD.matcher(line).matches()) {
                return true;
            }
            boolean now = line.startsWith("--") && line.length() > 2;
            if (dashes || !line.isBlank() && !now) {
                return false;
            }
            dashes = now;
        }
        return false;
    }

    /** Whether there is anything but white space. */
    static boolean anything(Content content, long from, long to) {
        Lines lines = new Lines(content, from, to);
        while (lines.next()) {
            if (!lines.text(LOOKED_AT).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
