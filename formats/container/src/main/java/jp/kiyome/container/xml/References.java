package jp.kiyome.container.xml;

import java.io.ByteArrayOutputStream;

/** Character references and the five entities that need no declaration (XML 1.0 sections 4.1 and 4.6); no other exists here. */
final class References {

    /** The longest reference that can name a character, and then some zeros. */
    static final int LONGEST = 16;

    private References() {}

    /** The character that the reference {@code &…;} in {@code bytes[from, to)} stands for; both ends excluded. */
    static int character(byte[] bytes, int from, int to) {
        int point = bytes[from] == '#' ? numeric(bytes, from + 1, to) : predefined(bytes, from, to);
        if (!XmlChars.allowed(point)) {
            throw XmlRefusal.malformed("character reference");
        }
        return point;
    }

    private static int numeric(byte[] bytes, int from, int to) {
        boolean hex = from < to && bytes[from] == 'x';
        int at = hex ? from + 1 : from;
        if (at == to) {
            throw XmlRefusal.malformed("character reference");
        }
        int point = 0;
        for (; at < to; at++) {
            int digit = Character.digit(bytes[at], hex ? 16 : 10);
            if (digit < 0 || point > 0x10FFFF) {
                throw XmlRefusal.malformed("character reference");
            }
            point = point * (hex ? 16 : 10) + digit;
        }
        return point;
    }

    private static int predefined(byte[] bytes, int from, int to) {
        return switch (new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw XmlRefusal.malformed("entity");
        };
    }

    /** The end (the semicolon's place) of the reference whose ampersand stands at {@code at}, or -1 if not before {@code to}. */
    static int end(byte[] bytes, int at, int to) {
        for (int i = at + 1; i < to && i <= at + LONGEST; i++) {
            if (bytes[i] == ';') {
                return i;
            }
        }
        return -1;
    }

    /** An attribute's value with references resolved and white space normalized (section 3.3.3). */
    static byte[] normalized(byte[] bytes, int from, int to) {
        ByteArrayOutputStream value = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b == '&') {
                int end = end(bytes, at, to);
                if (end <= at + 1) {
                    throw XmlRefusal.malformed("reference");
                }
                value.writeBytes(Character.toString(character(bytes, at + 1, end))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                at = end + 1;
            } else if (b == '\r' && at + 1 < to && bytes[at + 1] == '\n') {
                at++;
            } else {
                value.write(XmlChars.space(b) ? ' ' : b);
                at++;
            }
        }
        return value.toByteArray();
    }
}
