package jp.kiyome.message.mime;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;

/** How a body is encoded (RFC 2045 §6). */
public enum Transfer {
    IDENTITY,
    BASE64,
    QUOTED_PRINTABLE,
    UUENCODE,
    /** A word that nobody knows. */
    UNKNOWN;

    private static final Pattern COMMENTED = Pattern.compile("([^()]*)(\\([^()]*\\))?([^()]*)");

    /** @throws jp.kiyome.core.finding.Refusal where the field could name more than one */
    static Transfer of(Optional<Field> field) {
        String value = Ascii.lower(field.map(Field::value).orElse("7bit")).strip();
        var match = COMMENTED.matcher(value);
        if (!match.matches() || value.contains("=?")) {
            throw Ambiguous.encoding("content-transfer-encoding: " + value);
        }
        String word = (match.group(1).strip() + " " + match.group(3).strip()).strip();
        while (word.endsWith(";") || word.endsWith(".")) {
            word = word.substring(0, word.length() - 1).strip();
        }
        return switch (unquoted(word)) {
            case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "7 bit", "8 bit" -> IDENTITY;
            case "base64" -> BASE64;
            case "quoted-printable" -> QUOTED_PRINTABLE;
            case "x-uuencode", "x-uue", "uuencode", "uue" -> UUENCODE;
            default -> UNKNOWN;
        };
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        if (quoted && !word.contains("\\")) {
            throw Ambiguous.encoding("quoted: " + word);
        }
        return word;
    }
}
