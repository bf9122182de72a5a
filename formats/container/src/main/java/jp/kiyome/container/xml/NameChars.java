package jp.kiyome.container.xml;

/** Which characters make a name (XML 1.0 section 2.3, productions 4 and 4a; Namespaces in XML section 3: without colon). */
final class NameChars {

    /** NameStartChar beyond ASCII: first and last of each range. */
    private static final int[] START = {
        0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D, 0x2070, 0x218F, 0x2C00,
        0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };

    /** What NameChar has beyond that. */
    private static final int[] MORE = {0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040};

    private NameChars() {}

    /** Whether the text is a name without a colon. */
    static boolean ncName(String text) {
        if (text.isEmpty() || !start(text.codePointAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!inside(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean start(int point) {
        return point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z' || point == '_' || within(START, point);
    }

    private static boolean inside(int point) {
        return start(point) || point >= '0' && point <= '9' || point == '-' || point == '.' || within(MORE, point);
    }

    private static boolean within(int[] ranges, int point) {
        for (int i = 0; i < ranges.length && point >= ranges[i]; i += 2) {
            if (point <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
