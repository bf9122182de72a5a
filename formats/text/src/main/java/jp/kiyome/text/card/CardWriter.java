package jp.kiyome.text.card;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import jp.kiyome.core.charset.Encoding;

/** Writes content lines in one way: CR LF, folded at 75 bytes (RFC 5545 section 3.1). Not thread-safe. */
final class CardWriter {

    private static final int LINE = 75;

    private final Writer out;
    private final Encoding encoding;
    private final boolean fold;

    /** @param fold false for vCard 2.1, whose readers do not agree on what folding takes away */
    CardWriter(Writer out, Encoding encoding, boolean fold) {
        this.out = out;
        this.encoding = encoding;
        this.fold = fold;
    }

    void line(ContentLine line) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(line.group()).append(line.group().isEmpty() ? "" : ".").append(line.name());
        for (ContentLine.Parameter parameter : line.parameters()) {
            text.append(';').append(parameter.name()).append(parameter.name().isEmpty() ? "" : "=");
            values(parameter.values(), text);
        }
        text.append(':').append(line.value());
        folded(text.toString(), fold || line.says("ENCODING", "BASE64") || line.says("ENCODING", "B"));
        out.write("\r\n");
    }

    private static void values(List<String> values, StringBuilder text) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            boolean quote = value.indexOf(':') >= 0 || value.indexOf(';') >= 0 || value.indexOf(',') >= 0;
            text.append(i == 0 ? "" : ",")
                    .append(quote ? "\"" : "")
                    .append(value)
                    .append(quote ? "\"" : "");
        }
    }

    private void folded(String text, boolean folding) throws IOException {
        if (!folding || encoding == Encoding.ISO_2022_JP) {
            out.write(text);
            return;
        }
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int bytes = point < 0x80 ? 1 : encoding.encode(Character.toString(point)).length;
            if (used + bytes > LINE) {
                out.write("\r\n ");
                used = 1;
            }
            out.write(Character.toString(point));
            used += bytes;
            i += Character.charCount(point);
        }
    }
}
