package jp.kiyome.message.write;

import java.util.Base64;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.message.mime.Lines;

/** Writes bodies in their form; streams. Stateless. */
final class BodyEncoder {

    /** Bytes that fill a line of 76 signs. */
    private static final int LINE = 57;

    private static final String HEX = "0123456789ABCDEF";
    private static final int WIDTH = 75;

    private BodyEncoder() {}

    static void write(Entity.Leaf leaf, Sink out) {
        switch (leaf.form()) {
            case SEVEN_BIT -> copy(leaf.body(), out);
            case BASE64 -> base64(leaf.body(), out);
            case QUOTED_PRINTABLE -> quotedPrintable(leaf.body(), out);
        }
    }

    private static void copy(Content body, Sink out) {
        byte[] buffer = new byte[1 << 14];
        for (long at = 0; at < body.size(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, body.size() - at);
            body.copy(at, buffer, 0, length);
            out.write(buffer, 0, length);
        }
    }

    private static void base64(Content body, Sink out) {
        byte[] buffer = new byte[LINE * 256];
        Base64.Encoder encoder = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});
        for (long at = 0; at < body.size(); at += buffer.length) {
            if (at > 0) {
                out.write('\r');
                out.write('\n');
            }
            int length = (int) Math.min(buffer.length, body.size() - at);
            body.copy(at, buffer, 0, length);
            byte[] whole = length == buffer.length ? buffer : java.util.Arrays.copyOf(buffer, length);
            byte[] encoded = encoder.encode(whole);
            out.write(encoded, 0, encoded.length);
        }
    }

    /** RFC 2045 §6.7: lines of 76 at most; a dot or "From " at the beginning of one, and blanks at its end, encoded (§6.7, RFC 2049 §3). */
    private static void quotedPrintable(Content body, Sink out) {
        Lines lines = new Lines(body, 0, body.size());
        while (lines.next()) {
            int column = 0;
            for (long i = 0; i < lines.length(); i++) {
                int c = lines.at(i);
                boolean last = i == lines.length() - 1;
                boolean coded = c < ' ' && c != '\t'
                        || c >= 0x7F
                        || c == '='
                        || last && (c == ' ' || c == '\t')
                        || column == 0 && (c == '.' || c == 'F');
                int width = coded ? 3 : 1;
                if (column + width > WIDTH) {
                    out.write('=');
                    out.write('\r');
                    out.write('\n');
                    column = 0;
                    coded |= c == '.' || c == 'F';
                    width = coded ? 3 : 1;
                }
                if (coded) {
                    out.write('=');
                    out.write(HEX.charAt(c >> 4));
                    out.write(HEX.charAt(c & 15));
                } else {
                    out.write(c);
                }
                column += width;
            }
            if (lines.after() > lines.end()) {
                out.write('\r');
                out.write('\n');
            }
        }
    }
}
