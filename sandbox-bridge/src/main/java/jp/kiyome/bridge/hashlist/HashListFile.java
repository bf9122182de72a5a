package jp.kiyome.bridge.hashlist;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Ascii;

/**
 * A file of SHA-256 hashes: one a line, 64 hex digits, then perhaps blanks and a name. Empty lines and lines that start with
 * {@code #} are for the reader.
 *
 * @param names by hash in lower case; an empty text where there is no name
 */
record HashListFile(Map<String, String> names) {

    static final int MOST_BYTES = 256 << 20;
    private static final int DIGITS = 64;
    private static final int MOST_PROBLEMS = 100;

    HashListFile {
        names = Map.copyOf(names);
    }

    /**
     * Reads all of it or nothing.
     *
     * @throws HashListInvalid with the numbers of the lines that are wrong
     */
    static HashListFile read(byte[] file) {
        Map<String, String> names = new HashMap<>();
        List<HashListInvalid.Line> wrong = new ArrayList<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            if (isEntry(stripped)) {
                names.put(
                        Ascii.lower(stripped.substring(0, DIGITS)),
                        stripped.substring(DIGITS).strip());
            } else if (wrong.size() < MOST_PROBLEMS) {
                wrong.add(new HashListInvalid.Line(number, Untrusted.of(stripped)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new HashListInvalid(wrong);
        }
        return new HashListFile(names);
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HashListInvalid(List.of(new HashListInvalid.Line(1, Untrusted.of("not UTF-8"))));
        }
    }

    private static boolean isEntry(String line) {
        return line.length() >= DIGITS
                && line.chars().limit(DIGITS).allMatch(Ascii::isHexDigit)
                && (line.length() == DIGITS || Ascii.isSpace(line.charAt(DIGITS)));
    }
}
