package jp.kiyome.text.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kiyome.core.finding.Refusal;

/** Lines put together again (RFC 5545 section 3.1, RFC 6350 section 3.2, vCard 2.1 section 2.1.3). */
final class Unfolded {

    /** Characters of one property: a picture in base64. */
    private static final int LONGEST = 32 << 20;

    private Unfolded() {}

    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean old = text.toUpperCase(Locale.ROOT).contains("VERSION:2.1");
        for (String raw : text.lines().toList()) {
            boolean folded = !line.isEmpty() && !raw.isEmpty() && (raw.charAt(0) == ' ' || raw.charAt(0) == '\t');
            boolean soft = old && endsSoftly(line);
            boolean base64 = old && !line.isEmpty() && isBase64(line) && raw.matches("[A-Za-z0-9+/=]+");
            if (soft) {
                line.setLength(line.length() - 1);
                line.append(raw.strip());
            } else if (folded) {
                line.append(old && !isBase64(line) ? raw : raw.substring(1));
            } else if (base64) {
                line.append(raw);
            } else {
                add(line, lines);
                line.append(raw);
            }
            if (line.length() > LONGEST) {
                throw Refusal.of("card.too-large", "");
            }
        }
        add(line, lines);
        return lines;
    }

    private static void add(StringBuilder line, List<String> lines) {
        if (!line.toString().isBlank()) {
            lines.add(line.toString().stripTrailing());
        }
        line.setLength(0);
    }

    private static boolean endsSoftly(StringBuilder line) {
        return !line.isEmpty()
                && line.charAt(line.length() - 1) == '='
                && head(line).contains("QUOTED-PRINTABLE");
    }

    private static boolean isBase64(StringBuilder line) {
        String head = head(line);
        return head.contains("BASE64") || head.contains("ENCODING=B:") || head.contains("ENCODING=B;");
    }

    private static String head(StringBuilder line) {
        int colon = line.indexOf(":");
        return colon < 0 || colon > 500 ? "" : line.substring(0, colon + 1).toUpperCase(Locale.ROOT);
    }
}
