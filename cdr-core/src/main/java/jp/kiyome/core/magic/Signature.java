package jp.kiyome.core.magic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tika.detect.MagicDetector;
import org.apache.tika.mime.MediaType;

/**
 * A byte pattern as the table writes it: {@code "text"}, {@code 0A} for a byte, {@code *4} for four bytes of any value.
 * Immutable; threads may share it.
 */
final class Signature {

    private final byte[] bytes;
    private final byte[] mask;

    private Signature(byte[] bytes, byte[] mask) {
        this.bytes = bytes;
        this.mask = mask;
    }

    static Signature parse(String pattern) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream mask = new ByteArrayOutputStream();
        int at = 0;
        while (at < pattern.length()) {
            int end;
            if (pattern.charAt(at) == '"') {
                end = pattern.indexOf('"', at + 1) + 1;
                byte[] text = pattern.substring(at + 1, end - 1).getBytes(StandardCharsets.ISO_8859_1);
                bytes.writeBytes(text);
                fill(mask, text.length, 0xFF);
            } else {
                int space = pattern.indexOf(' ', at);
                end = space < 0 ? pattern.length() : space;
                if (pattern.charAt(at) == '*') {
                    int count = Integer.parseInt(pattern.substring(at + 1, end));
                    fill(bytes, count, 0);
                    fill(mask, count, 0);
                } else {
                    bytes.write(Integer.parseInt(pattern.substring(at, end), 16));
                    mask.write(0xFF);
                }
            }
            at = end + 1;
        }
        return new Signature(bytes.toByteArray(), mask.toByteArray());
    }

    /** @param offsets where the pattern may start: one number, or the first and the last with {@code ..} between */
    MagicDetector detector(String mediaType, String offsets) {
        int dots = offsets.indexOf("..");
        int from = Integer.parseInt(dots < 0 ? offsets : offsets.substring(0, dots));
        int to = dots < 0 ? from : Integer.parseInt(offsets.substring(dots + 2));
        int slash = mediaType.indexOf('/');
        MediaType type = new MediaType(mediaType.substring(0, slash), mediaType.substring(slash + 1));
        return new MagicDetector(type, bytes, mask, from, to);
    }

    private static void fill(ByteArrayOutputStream target, int count, int value) {
        for (int i = 0; i < count; i++) {
            target.write(value);
        }
    }
}
