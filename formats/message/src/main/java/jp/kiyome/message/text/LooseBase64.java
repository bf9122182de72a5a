package jp.kiyome.message.text;

import java.io.ByteArrayOutputStream;

/** Base64 of short texts as mailers write it: padding that lacks or comes early, and signs that are none. Stateless. */
final class LooseBase64 {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private LooseBase64() {}

    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (text.charAt(i) == '=') {
                // What follows is another text that was joined to this one.
                held = 0;
            }
            if (digit < 0) {
                continue;
            }
            bits = bits << 6 | digit;
            held += 6;
            if (held >= 8) {
                held -= 8;
                bytes.write(bits >> held);
            }
        }
        return bytes.toByteArray();
    }
}
