package jp.kiyome.cad.part21;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.kiyome.core.content.Content;

/** What a file of ISO 10303-21 is, by its header. */
public enum Kind {
    /** SXF with features in comments. */
    SFC,
    /** SXF with entities of AP202. */
    P21,
    /** Anything else of STEP. */
    STEP;

    private static final int HEAD = 1 << 14;
    private static final String MAGIC = "ISO-10303-21";

    /** Empty where it is none. Never throws. */
    public static Optional<Kind> of(Content content) {
        if (!mayBegin(content)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[(int) Math.min(HEAD, content.size())];
        content.copy(0, bytes, 0, bytes.length);
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        String text = (head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head).stripLeading();
        if (!text.regionMatches(true, 0, MAGIC, 0, MAGIC.length())) {
            return Optional.empty();
        }
        int data = text.indexOf("DATA;");
        String header = data < 0 ? text : text.substring(0, data);
        if (header.contains("feature_mode")) {
            return Optional.of(SFC);
        }
        return Optional.of(header.contains("AP202_mode") || header.contains("ASSOCIATIVE_DRAUGHTING") ? P21 : STEP);
    }

    /** Asked of every file there is, so it looks at the first sign alone. */
    private static boolean mayBegin(Content content) {
        boolean marked = content.size() > 3
                && content.byteAt(0) == 0xEF
                && content.byteAt(1) == 0xBB
                && content.byteAt(2) == 0xBF;
        if (content.size() == 0) {
            return false;
        }
        int first = content.byteAt(marked ? 3 : 0);
        return first == 'I' || first == 'i' || Character.isWhitespace(first);
    }
}
