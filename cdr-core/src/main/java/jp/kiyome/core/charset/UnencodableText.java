package jp.kiyome.core.charset;

import java.util.Locale;

/** A character that an encoding has no code for. */
public final class UnencodableText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Encoding encoding;
    private final int codePoint;

    public UnencodableText(Encoding encoding, int codePoint) {
        super(String.format(Locale.ROOT, "U+%04X is not in %s", codePoint, encoding.label()), null, false, false);
        this.encoding = encoding;
        this.codePoint = codePoint;
    }

    public Encoding encoding() {
        return encoding;
    }

    public int codePoint() {
        return codePoint;
    }
}
