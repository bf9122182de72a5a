package jp.kiyome.message.mime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/** Decodes uuencode (POSIX, uuencode): {@code begin MODE NAME}, lines of 45 bytes, {@code end}. Stateless. */
public final class UuDecoder {

    private static final Pattern BEGIN = Pattern.compile("begin(?:-base64)? [0-7]{3,4} (\\S.*)");
    private static final int LONGEST = 300;

    private UuDecoder() {}

    /** The name in a line that begins a file; empty where the line begins none. */
    public static Optional<String> begin(String line) {
        Matcher begin = BEGIN.matcher(line);
        return begin.matches() ? Optional.of(begin.group(1).strip()) : Optional.empty();
    }

    /** A body that is one file. */
    static void whole(Content body, Sink sink, Budget budget) {
        Lines lines = new Lines(body, 0, body.size());
        boolean begun = false;
        while (lines.next() && !begun) {
            String line = lines.text(LONGEST);
            begun = begin(line).isPresent();
            if (!begun && !line.isBlank()) {
                throw Ambiguous.encoding("uuencode without a beginning");
            }
            if (begun) {
                file(lines, sink, budget);
                break;
            }
        }
        if (Suspicion.anything(body, lines.after(), body.size())) {
            throw Ambiguous.encoding("uuencode that goes on behind its end");
        }
    }

    /**
     * Decodes the lines behind a beginning, and goes on to the one with the end.
     *
     * @throws jp.kiyome.core.finding.Refusal where a line is none of uuencode, or the end is missing
     */
    public static void file(Lines lines, Sink sink, Budget budget) {
        while (lines.next()) {
            String line = lines.text(LONGEST).stripTrailing();
            if (line.equals("end")) {
                return;
            }
            byte[] bytes = line(line).orElseThrow(() -> Ambiguous.encoding("no line of uuencode: " + line));
            budget.decode(bytes.length);
            sink.write(bytes, 0, bytes.length);
        }
        throw Ambiguous.encoding("uuencode without an end");
    }

    /** Whether a line could be one of a file. */
    public static boolean isLine(String line) {
        return line(line.stripTrailing()).isPresent();
    }

    private static Optional<byte[]> line(String line) {
        if (line.isEmpty() || line.equals("`")) {
            return Optional.of(new byte[0]);
        }
        int length = line.charAt(0) - ' ' & 0x3F;
        int signs = (length + 2) / 3 * 4;
        boolean valid = line.chars().allMatch(c -> c >= ' ' && c <= '`');
        // Blanks at the end are lost on the way, and a check sign may follow.
        if (!valid || line.length() - 1 > signs + 1 || line.length() - 1 < signs - 4 && signs > 4) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int at = 1 + i / 3 * 4 + i % 3;
            int high = sign(line, at);
            int low = sign(line, at + 1);
            bytes[i] = (byte) (high << 2 + 2 * (i % 3) | low >> 4 - 2 * (i % 3));
        }
        return Optional.of(bytes);
    }

    private static int sign(String line, int at) {
        return at < line.length() ? line.charAt(at) - ' ' & 0x3F : 0;
    }
}
