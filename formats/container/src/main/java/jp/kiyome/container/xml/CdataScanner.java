package jp.kiyome.container.xml;

/** Reads a CDATA section (XML 1.0 section 2.7) as the plain characters it stands for. */
final class CdataScanner {

    /** @param more whether the section goes on */
    record Found(boolean more) {}

    private CdataScanner() {}

    /** Sets {@code text} to the next characters of the section; maybe none. */
    static Found scan(XmlInput in, Utf8 text) {
        if (!in.available(3)) {
            throw XmlRefusal.malformed("ends early");
        }
        int start = in.position;
        int at = start;
        byte[] buffer = in.buffer;
        while (at + 3 <= in.limit) {
            byte b = buffer[at];
            if (b == ']' && buffer[at + 1] == ']' && buffer[at + 2] == '>') {
                text.view(buffer, start, at);
                in.position = at + 3;
                return new Found(false);
            }
            if (b == '\r') {
                return lineEnd(in, text, start, at);
            }
            int length = 1;
            if (b < 0) {
                length = XmlChars.sequenceLength(b);
                if (at + length > in.limit) {
                    break;
                }
                XmlChars.checkSequence(buffer, at, length);
            } else if (XmlChars.kind(b) == XmlChars.FORBIDDEN) {
                throw XmlRefusal.malformed("control character");
            }
            at += length;
        }
        if (at == start && !in.available(8)) {
            throw XmlRefusal.malformed("ends early");
        }
        text.view(in.buffer, in.position, in.position + at - start);
        in.position += at - start;
        return new Found(true);
    }

    private static Found lineEnd(XmlInput in, Utf8 text, int start, int at) {
        if (at > start) {
            text.view(in.buffer, start, at);
            in.position = at;
        } else {
            text.set("\n");
            in.position += in.buffer[at + 1] == '\n' ? 2 : 1;
        }
        return new Found(true);
    }
}
