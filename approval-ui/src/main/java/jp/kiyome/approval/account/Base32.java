package jp.kiyome.approval.account;

import java.util.Locale;

/** Bytes in letters that people can type (RFC 4648, 6), without padding. Stateless. */
final class Base32 {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String write(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            held = held << 8 | one & 0xFF;
            bits += 8;
            while (bits >= 5) {
                text.append(DIGITS.charAt(held >> bits - 5 & 31));
                bits -= 5;
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(DIGITS.charAt(held << 5 - bits & 31)).toString();
    }

    /** @throws IllegalArgumentException for a letter that is none of its digits */
    static byte[] read(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int digit = DIGITS.indexOf(letter);
            if (digit < 0) {
                throw new IllegalArgumentException("not base 32");
            }
            held = held << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
