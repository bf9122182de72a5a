package jp.kiyome.message.write;

import jp.kiyome.core.content.Content;
import jp.kiyome.message.mime.Lines;

/** Which form a text takes. Stateless. */
public final class TextForm {

    /** RFC 5322 §2.1.1. */
    private static final int LONGEST = 998;

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private TextForm() {}

    /**
     * The form of a text.
     *
     * @param text with lines that end with CRLF
     */
    public static BodyForm of(Content text) {
        Lines lines = new Lines(text, 0, text.size());
        boolean plain = true;
        long coded = 0;
        while (lines.next()) {
            plain &= lines.length() <= LONGEST && !lines.startsWith(FROM);
            for (long i = 0; i < lines.length(); i++) {
                int c = lines.at(i);
                boolean code = c >= 0x7F || c < ' ' && c != '\t' && c != 0x1B;
                coded += code ? 1 : 0;
            }
        }
        if (plain && coded == 0) {
            return BodyForm.SEVEN_BIT;
        }
        return coded * 6 > text.size() ? BodyForm.BASE64 : BodyForm.QUOTED_PRINTABLE;
    }
}
