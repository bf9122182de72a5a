package jp.kiyome.container.xml;

/** Which bytes and characters XML 1.0 allows where (sections 2.2 and 2.3), on UTF-8. */
final class XmlChars {

    static final byte ORDINARY = 0;
    /** Carriage return, ampersand, less-than, greater-than: text needs a closer look. */
    static final byte SPECIAL = 1;

    static final byte MULTIBYTE = 2;
    static final byte FORBIDDEN = 3;

    private static final byte[] TEXT = new byte[256];
    private static final boolean[] NAME = new boolean[256];

    static {
        for (int b = 0; b < 256; b++) {
            TEXT[b] = b >= 0x80 ? MULTIBYTE : b < 0x20 ? FORBIDDEN : ORDINARY;
            NAME[b] = b >= 0x80
                    || b >= 'a' && b <= 'z'
                    || b >= 'A' && b <= 'Z'
                    || b >= '0' && b <= '9'
                    || b == '_'
                    || b == '-'
                    || b == '.'
                    || b == ':';
        }
        TEXT['\t'] = ORDINARY;
        TEXT['\n'] = ORDINARY;
        TEXT['\r'] = SPECIAL;
        TEXT['&'] = SPECIAL;
        TEXT['<'] = SPECIAL;
        TEXT['>'] = SPECIAL;
    }

    private XmlChars() {}

    static byte kind(byte b) {
        return TEXT[b & 0xFF];
    }

    static boolean name(byte b) {
        return NAME[b & 0xFF];
    }

    static boolean space(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Whether XML allows the character at all. */
    static boolean allowed(int point) {
        return point >= 0x20 && point <= 0xD7FF
                || point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000 && point <= 0x10FFFF;
    }

    /** Bytes that the UTF-8 sequence with this first byte has; refuses bytes that begin none (RFC 3629). */
    static int sequenceLength(byte first) {
        int lead = first & 0xFF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            return 4;
        }
        throw XmlRefusal.encoding("UTF-8");
    }

    /** Checks the sequence of {@code length} bytes at {@code at}: continuation, shortest form, an XML character. */
    static void checkSequence(byte[] bytes, int at, int length) {
        int point = bytes[at] & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i] & 0xFF;
            if ((next & 0xC0) != 0x80) {
                throw XmlRefusal.encoding("UTF-8");
            }
            point = point << 6 | next & 0x3F;
        }
        int smallest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
        if (point < smallest || !allowed(point)) {
            throw XmlRefusal.encoding("UTF-8");
        }
    }
}
