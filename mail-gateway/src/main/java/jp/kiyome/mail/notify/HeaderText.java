package jp.kiyome.mail.notify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import jp.kiyome.core.charset.Encoding;

/**
 * Text of a header field in encoded words (RFC 2047). Whatever the text is, what comes out has no line end but those of folding: no text
 * can begin a field of its own. Stateless.
 */
final class HeaderText {

    /** RFC 2047 §2: a word has 75 characters at most; what stands around the coded text takes 20 of them. */
    private static final int MOST_BYTES = 39;

    private HeaderText() {}

    static String of(String text, Encoding encoding) {
        boolean plain = text.length() < 60 && text.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !text.contains("=?");
        if (plain) {
            return text;
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String longer = word + Character.toString(point);
            if (encoding.encode(longer).length > MOST_BYTES) {
                words.add(coded(word.toString(), encoding));
                word.setLength(0);
            }
            word.appendCodePoint(point);
        }
        words.add(coded(word.toString(), encoding));
        return String.join("\r\n ", words);
    }

    private static String coded(String text, Encoding encoding) {
        byte[] base64 = Base64.getEncoder().encode(encoding.encode(text));
        return "=?" + encoding.label() + "?B?" + new String(base64, StandardCharsets.US_ASCII) + "?=";
    }
}
