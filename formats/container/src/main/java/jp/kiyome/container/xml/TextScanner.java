package jp.kiyome.container.xml;

/** Reads characters between tags. */
final class TextScanner {

    private TextScanner() {}

    /**
     * Sets {@code text} to the next characters: a stretch of the window, or one resolved reference or line end.
     *
     * @return false when more has to come into the window first
     */
    static boolean scan(XmlInput in, Utf8 text) {
        int start = in.position;
        int end = plain(in, start);
        if (end == start) {
            return special(in, text);
        }
        text.view(in.buffer, start, end);
        in.position = end;
        return true;
    }

    /** The end of the stretch that needs no change; {@code ]]>} may not be in it (section 2.4), nor be cut by the window. */
    private static int plain(XmlInput in, int start) {
        byte[] buffer = in.buffer;
        int limit = in.limit;
        int at = start;
        while (at < limit) {
            byte b = buffer[at];
            if (b > '>') {
                at++;
                continue;
            }
            byte kind = XmlChars.kind(b);
            if (kind == XmlChars.MULTIBYTE) {
                int length = XmlChars.sequenceLength(b);
                if (at + length > limit) {
                    return at;
                }
                XmlChars.checkSequence(buffer, at, length);
                at += length;
            } else if (kind == XmlChars.FORBIDDEN) {
                throw XmlRefusal.malformed("control character");
            } else if (kind == XmlChars.SPECIAL && b != '>') {
                return at;
            } else if (b == '>' && at - start >= 2 && buffer[at - 1] == ']' && buffer[at - 2] == ']') {
                throw XmlRefusal.malformed("]]>");
            } else {
                at++;
            }
        }
        while (at > start && limit - at < 2 && buffer[at - 1] == ']') {
            at--;
        }
        return at;
    }

    private static boolean special(XmlInput in, Utf8 text) {
        byte first = in.buffer[in.position];
        if (first == '\r') {
            in.position++;
            text.set("\n");
            if (in.available(1) && in.buffer[in.position] == '\n') {
                in.position++;
            }
            return true;
        }
        if (first == '&') {
            in.available(References.LONGEST + 2);
            int end = References.end(in.buffer, in.position, in.limit);
            if (end <= in.position + 1) {
                throw XmlRefusal.malformed("reference");
            }
            text.set(Character.toString(References.character(in.buffer, in.position + 1, end)));
            in.position = end + 1;
            return true;
        }
        if (first == ']') {
            if (!in.available(3)) {
                throw XmlRefusal.malformed("ends early");
            }
        } else if (!in.available(XmlChars.sequenceLength(first))) {
            throw XmlRefusal.encoding("UTF-8");
        }
        return false;
    }
}
