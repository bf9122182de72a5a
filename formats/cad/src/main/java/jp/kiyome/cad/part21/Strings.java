package jp.kiyome.cad.part21;

import java.util.Locale;

/** The control directives of strings (ISO 10303-21, 6.4.3). Stateless. */
public final class Strings {

    private Strings() {}

    /** The text that a string says. What is no directive stands for itself; characters that none is become question marks. */
    public static String decoded(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); ) {
            int rest = raw.length() - at;
            if (raw.charAt(at) != '\\') {
                text.append(raw.charAt(at++));
            } else if (rest > 1 && raw.charAt(at + 1) == '\\') {
                text.append('\\');
                at += 2;
            } else if (raw.startsWith("\\X2\\", at) || raw.startsWith("\\X4\\", at)) {
                at = wide(raw, at + 4, raw.charAt(at + 2) == '2' ? 4 : 8, text);
            } else if (raw.startsWith("\\X\\", at) && hex(raw, at + 3, 2) >= 0) {
                text.appendCodePoint(hex(raw, at + 3, 2));
                at += 5;
            } else if (raw.startsWith("\\S\\", at) && rest > 3) {
                // Of page A, which is ISO 8859-1; programs write no other.
                text.append((char) (raw.charAt(at + 3) & 0x7F | 0x80));
                at += 4;
            } else if (raw.startsWith("\\P", at) && rest > 3 && raw.charAt(at + 3) == '\\') {
                at += 4;
            } else {
                text.append(raw.charAt(at++));
            }
        }
        return text.toString();
    }

    private static int wide(String raw, int from, int digits, StringBuilder text) {
        int at = from;
        for (int point = hex(raw, at, digits); point >= 0; point = hex(raw, at, digits)) {
            if (digits == 4) {
                text.append((char) point);
            } else {
                text.appendCodePoint(Character.isValidCodePoint(point) ? point : '?');
            }
            at += digits;
        }
        return raw.startsWith("\\X0\\", at) ? at + 4 : at;
    }

    private static int hex(String raw, int at, int digits) {
        if (at + digits > raw.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value < 0 ? 0xFFFD : value;
    }

    /** The text without controls, marks of direction and halves of characters. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0xFFFD || point >= 0xD800 && point <= 0xDFFF ? '?' : point)
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** A string with its apostrophes, in ASCII. */
    public static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('\'');
        String open = "";
        for (int point : text.codePoints().toArray()) {
            String wanted = point >= 0x20 && point < 0x7F ? "" : point > 0xFFFF ? "\\X4\\" : "\\X2\\";
            if (!wanted.equals(open)) {
                out.append(open.isEmpty() ? "" : "\\X0\\").append(wanted);
                open = wanted;
            }
            if (wanted.isEmpty()) {
                out.appendCodePoint(point).append(point == '\'' || point == '\\' ? Character.toString(point) : "");
            } else {
                out.append(String.format(Locale.ROOT, point > 0xFFFF ? "%08X" : "%04X", point));
            }
        }
        return out.append(open.isEmpty() ? "'" : "\\X0\\'").toString();
    }
}
