package jp.kiyome.container.xml;

import java.nio.charset.StandardCharsets;

/** Reads past comments and processing instructions (XML 1.0 sections 2.5 and 2.6), as strictly as past what is kept. */
final class Asides {

    private static final byte[] END = {'?', '>'};

    private Asides() {}

    /** Moves from behind {@code <!--} to behind {@code -->}; two hyphens may stand nowhere else. */
    static void comment(XmlInput in) {
        pass(in, '-', '-');
        if (!in.available(1) || in.buffer[in.position] != '>') {
            throw XmlRefusal.malformed("comment");
        }
        in.position++;
    }

    /** Moves from behind {@code <?} to behind {@code ?>}. */
    static void instruction(XmlInput in) {
        int length = 0;
        while (in.available(length + 1) && XmlChars.name(in.buffer[in.position + length])) {
            if (++length > NameCache.LONGEST_NAME) {
                throw XmlRefusal.tooLarge("name");
            }
        }
        String target =
                new String(NameCache.checked(in.buffer, in.position, in.position + length), StandardCharsets.UTF_8);
        if (!NameChars.ncName(target) || target.equalsIgnoreCase("xml")) {
            throw XmlRefusal.malformed("processing instruction");
        }
        in.position += length;
        if (!in.startsWith(END) && !(in.available(1) && XmlChars.space(in.buffer[in.position]))) {
            throw XmlRefusal.malformed("processing instruction");
        }
        pass(in, '?', '>');
    }

    /** Moves behind the first place where the two bytes stand. */
    private static void pass(XmlInput in, char first, char second) {
        while (true) {
            if (!in.available(2)) {
                throw XmlRefusal.malformed("ends early");
            }
            byte[] buffer = in.buffer;
            int last = in.limit - 1;
            int at = in.position;
            while (at < last && !(buffer[at] == first && buffer[at + 1] == second)) {
                int length = lengthOfCharacter(buffer[at]);
                if (length > 1) {
                    if (at + length > in.limit) {
                        break;
                    }
                    XmlChars.checkSequence(buffer, at, length);
                }
                at += length;
            }
            boolean found = at < last && buffer[at] == first && buffer[at + 1] == second;
            in.position = found ? at + 2 : at;
            if (found) {
                return;
            }
            if (at < last && !in.available(lengthOfCharacter(buffer[at]))) {
                throw XmlRefusal.encoding("UTF-8");
            }
        }
    }

    private static int lengthOfCharacter(byte b) {
        byte kind = XmlChars.kind(b);
        if (kind == XmlChars.FORBIDDEN) {
            throw XmlRefusal.malformed("control character");
        }
        return kind == XmlChars.MULTIBYTE ? XmlChars.sequenceLength(b) : 1;
    }
}
