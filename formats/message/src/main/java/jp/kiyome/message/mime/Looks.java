package jp.kiyome.message.mime;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.text.Hex;

/** What an undeclared encoding looks like. Stateless. */
final class Looks {

    /** Signs of base64 below which a text is a word or two. */
    private static final int ENOUGH = 64;

    private Looks() {}

    /** Whether a text is base64 from its first sign to its last. */
    static boolean allBase64(Content text) {
        Lines lines = new Lines(text, 0, text.size());
        long signs = 0;
        boolean ended = false;
        boolean variety = false;
        while (lines.next()) {
            for (long i = 0; i < lines.length(); i++) {
                int c = lines.at(i);
                boolean sign = Ascii.isLetterOrDigit(c) || c == '+' || c == '/';
                if (!sign && c != '=' && c != ' ' || ended && sign || c == ' ' && i > 0 && i < lines.length() - 1) {
                    return false;
                }
                ended |= c == '=';
                signs += sign ? 1 : 0;
                variety |= Ascii.isDigit(c) || c == '+' || c == '/' || c == '=';
            }
        }
        return variety && signs >= ENOUGH;
    }

    /** Whether an octet written as an equals sign and two digits is there. */
    static boolean quotedPrintable(Content text) {
        Lines lines = new Lines(text, 0, text.size());
        while (lines.next()) {
            String line = lines.text(1 << 12);
            for (int at = line.indexOf('='); at >= 0; at = line.indexOf('=', at + 1)) {
                if (Hex.at(line, at + 1) >= 0 || at == line.length() - 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
