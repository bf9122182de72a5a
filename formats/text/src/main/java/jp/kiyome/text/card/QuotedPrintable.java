package jp.kiyome.text.card;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.MalformedText;
import jp.kiyome.text.source.Labels;

/** Values of vCard 2.1 in quoted-printable, in the charset that they name. */
final class QuotedPrintable {

    private QuotedPrintable() {}

    static Encoding encoding(ContentLine line) {
        String label = line.parameter("CHARSET").orElse("utf-8").toLowerCase(Locale.ROOT);
        return Labels.encoding(label).orElse(Encoding.UTF_8);
    }

    static Optional<String> decode(String value, Encoding encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > 0x7E) {
                return Optional.empty();
            }
            if (c != '=') {
                bytes.write(c);
                continue;
            }
            if (i + 2 >= value.length() || !value.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                return Optional.empty();
            }
            bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
            i += 2;
        }
        try {
            return Optional.of(encoding.decode(bytes.toByteArray()));
        } catch (MalformedText other) {
            // Not a value; the caller takes the property out and says so.
            return Optional.empty();
        }
    }

    /** Everything but letters, digits and what structures a value is coded, so that no line is cut where it matters. */
    static String encode(String text, Encoding encoding) {
        StringBuilder coded = new StringBuilder(text.length() * 3);
        for (byte b : encoding.encode(text)) {
            boolean plain = b >= '0' && b <= '9'
                    || b >= 'A' && b <= 'Z'
                    || b >= 'a' && b <= 'z'
                    || b == ';'
                    || b == '-'
                    || b == '.'
                    || b == '@';
            if (plain) {
                coded.append((char) b);
            } else {
                coded.append(String.format(Locale.ROOT, "=%02X", b & 0xFF));
            }
        }
        return coded.toString();
    }
}
