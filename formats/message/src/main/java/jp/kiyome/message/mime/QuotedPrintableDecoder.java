package jp.kiyome.message.mime;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.message.text.Hex;

/** Decodes quoted-printable (RFC 2045 §6.7). An equals sign that begins nothing stays (as §6.7 suggests), and is told. Not thread-safe. */
final class QuotedPrintableDecoder {

    /** Longer lines are read in pieces. */
    private static final int PIECE = 1 << 16;

    private final Sink out;
    private final Budget budget;
    private boolean loose;

    QuotedPrintableDecoder(Sink out, Budget budget) {
        this.out = out;
        this.budget = budget;
    }

    /** Decodes a body; says whether something stood there that is no quoted-printable. */
    boolean decode(Content body) {
        Lines lines = new Lines(body, 0, body.size());
        while (lines.next()) {
            if (lines.length() > PIECE) {
                throw Ambiguous.encoding("a line of " + lines.length() + " bytes in quoted-printable");
            }
            line(lines.text(PIECE), lines.after() > lines.end());
        }
        return loose;
    }

    private void line(String raw, boolean broken) {
        // Blanks at the end of a line were put there on the way (§6.7 rule 3).
        String line = raw.stripTrailing();
        boolean soft = line.endsWith("=");
        String text = soft ? line.substring(0, line.length() - 1) : line;
        byte[] bytes = new byte[text.length() + 2];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c == '=' ? Hex.at(text, i + 1) : -1;
            loose |= c == '=' && code < 0 || c == '\r' || c == 0;
            bytes[length++] = (byte) (code >= 0 ? code : c);
            i += code >= 0 ? 2 : 0;
        }
        if (broken && !soft) {
            bytes[length++] = '\r';
            bytes[length++] = '\n';
        }
        budget.decode(length);
        out.write(bytes, 0, length);
    }
}
