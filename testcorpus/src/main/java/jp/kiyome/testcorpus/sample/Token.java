package jp.kiyome.testcorpus.sample;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * A random word to look for in an output. It is a name, a number in hex and part of a GUID all at once, so that it fits
 * wherever a file has room.
 *
 * @param text sixteen hex digits, the first a letter
 */
public record Token(String text) {

    private static final int SHORT = 8;

    public static Token of(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("c");
        while (text.length() < 2 * SHORT) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return new Token(text.toString());
    }

    /** The first half: where it survives, the token survives. */
    public String half() {
        return text.substring(0, SHORT);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Of the token repeated, so that one copy is found whatever stands before it. */
    public String base64() {
        return Base64.getEncoder().encodeToString((text + text + text).getBytes(StandardCharsets.US_ASCII));
    }

    public String guid() {
        return "{00000000-0000-4000-8000-" + text.substring(0, 12) + "}";
    }
}
