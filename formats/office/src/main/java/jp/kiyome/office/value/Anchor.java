package jp.kiyome.office.value;

import java.util.Optional;
import jp.kiyome.core.link.PercentEncoding;

/** A place in the same document: the name of a bookmark or defined name, or a cell or range of a sheet. */
public final class Anchor {

    /** Characters at most. */
    public static final int LONGEST = 2083;

    /** What would begin another book, a path, an item of DDE, or markup. */
    private static final String FORBIDDEN = "[]\\/|<>\"";

    private Anchor() {}

    /** The anchor as it stands, without {@code #}; empty when it could lead out of the document. */
    public static Optional<String> canonical(CharSequence text) {
        if (text.isEmpty() || text.length() > LONGEST || !Visible.all(text)) {
            return Optional.empty();
        }
        String anchor = text.toString();
        for (int i = 0; i < anchor.length(); i++) {
            char c = anchor.charAt(i);
            if (FORBIDDEN.indexOf(c) >= 0 || (c == '%' && !allowedCode(anchor, i))) {
                return Optional.empty();
            }
        }
        return Optional.of(anchor);
    }

    /** A percent sign either encodes a character that could stand here itself, or stands for itself. */
    private static boolean allowedCode(String text, int percent) {
        int code = PercentEncoding.byteAt(text, percent);
        return code < 0 || (code >= ' ' && code != 0x7F && FORBIDDEN.indexOf(code) < 0);
    }
}
