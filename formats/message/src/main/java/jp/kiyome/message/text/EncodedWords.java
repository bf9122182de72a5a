package jp.kiyome.message.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import jp.kiyome.core.charset.Encoding;

/** Writes text as encoded words (RFC 2047), each whole characters, in base64. Stateless. */
public final class EncodedWords {

    /** RFC 2047 §2: an encoded word has 75 characters at most. */
    private static final int LONGEST = 75;

    private EncodedWords() {}

    /**
     * The words of a text, to be written with white space between.
     *
     * @param encoding UTF-8, or ISO-2022-JP where it has every character
     */
    public static List<String> of(String text, Encoding encoding) {
        String head = "=?" + encoding.label() + "?B?";
        int room = (LONGEST - head.length() - 2) / 4 * 3;
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length()
                    && encoded(text.substring(from, text.offsetByCodePoints(to, 1)), encoding).length <= room) {
                to = text.offsetByCodePoints(to, 1);
            }
            String base64 = Base64.getEncoder().encodeToString(encoded(text.substring(from, to), encoding));
            words.add(head + base64 + "?=");
            from = to;
        }
        return words;
    }

    private static byte[] encoded(String text, Encoding encoding) {
        return encoding == Encoding.UTF_8 ? text.getBytes(StandardCharsets.UTF_8) : encoding.encode(text);
    }
}
