package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One form in which bytes of a file can be read: as they are, or after one more step of decoding.
 *
 * @param path how to get there, for example {@code /word/document.xml/attributes}
 * @param bytes what is there
 */
// Nobody compares two layers.
@SuppressWarnings("ArrayRecordComponent")
public record Layer(String path, byte[] bytes) {

    /** Whether the text stands here in UTF-8 or UTF-16, in letters of either case. */
    public boolean contains(String text) {
        String here = latin(bytes);
        String small = text.toLowerCase(Locale.ROOT);
        return here.contains(latin(small.getBytes(StandardCharsets.UTF_8)))
                || here.contains(latin(small.getBytes(StandardCharsets.UTF_16LE)))
                || here.contains(latin(small.getBytes(StandardCharsets.UTF_16BE)));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    boolean startsWith(int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
