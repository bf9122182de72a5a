package jp.kiyome.core.link;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** Percent-encoding of RFC 3986 §2.1 as it is written into addresses. */
public final class PercentEncoding {

    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /**
     * A part of an address with everything encoded but unreserved characters, codes that are there already, and those of
     * {@code allowed}. Empty when a code there stands for a control, except CR and LF where {@code lines} allows them.
     */
    public static Optional<String> encode(String part, String allowed, boolean lines) {
        StringBuilder encoded = new StringBuilder(part.length() + 16);
        for (int i = 0; i < part.length(); ) {
            int point = part.codePointAt(i);
            if (point == '%') {
                int code = byteAt(part, i);
                if (isControl(code, lines)) {
                    return Optional.empty();
                }
                encoded.append(code < 0 ? "%25" : "%");
            } else if (isUnreserved(point) || (point < 0x80 && allowed.indexOf(point) >= 0)) {
                encoded.append((char) point);
            } else {
                append(encoded, point);
            }
            i += Character.charCount(point);
        }
        return Optional.of(encoded.toString());
    }

    /** The byte that the three characters at {@code percent} stand for; -1 when they stand for none. */
    public static int byteAt(CharSequence text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        char high = text.charAt(percent + 1);
        char low = text.charAt(percent + 2);
        return Ascii.isHexDigit(high) && Ascii.isHexDigit(low)
                ? Character.digit(high, 16) * 16 + Character.digit(low, 16)
                : -1;
    }

    private static boolean isControl(int code, boolean lines) {
        boolean line = code == '\r' || code == '\n';
        return (code >= 0 && code < ' ' && !(lines && line)) || code == 0x7F;
    }

    private static boolean isUnreserved(int point) {
        return Ascii.isLetterOrDigit(point) || point == '-' || point == '.' || point == '_' || point == '~';
    }

    private static void append(StringBuilder encoded, int point) {
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
        }
    }
}
