package jp.kiyome.container.xml;

/** Reads characters between tags. */
final class TextScanner {

    private TextScanner() {}

    /**
     * Sets {@code text} to the next characters: a stretch of the window, or one resolved reference or line end.
     *
     * @return false when there were none, because the window ended inside a character and the document with it
     */
    static boolean scan(XmlInput in, Utf8 text) {
        int start = in.position;
        byte[] buffer = in.buffer;
        int at = start;
        int limit = in.limit;
        while (at < limit) {
            byte kind = XmlChars.kind(buffer[at]);
            if (kind == XmlChars.ORDINARY) {
                at++;
            } else if (kind == XmlChars.MULTIBYTE) {
                int length = XmlChars.sequenceLength(buffer[at]);
                if (at + length > limit) {
                    break;
                }
                XmlChars.checkSequence(buffer, at, length);
                at += length;
            } else if (kind == XmlChars.FORBIDDEN) {
                throw XmlRefusal.malformed("control character");
            } else {
                break;
            }
        }
        if (at > start) {
            text.view(buffer, start, at);
            in.position = at;
            return true;
        }
        return special(in, text);
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
        if (!in.available(XmlChars.sequenceLength(first))) {
            throw XmlRefusal.encoding("UTF-8");
        }
        return false;
    }
}
