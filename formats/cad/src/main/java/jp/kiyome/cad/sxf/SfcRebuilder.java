package jp.kiyome.cad.sxf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;

/** Rebuilds an SFC file: a first look checks it, a second reading writes. Not thread-safe. */
final class SfcRebuilder {

    private final SfcFile file;
    private final Session session;
    private final Sink out;

    SfcRebuilder(Content content, Sink out, Session session) {
        this.file = new SfcFile(content, session.budget());
        this.session = session;
        this.out = out;
    }

    void rebuild() {
        session.budget().checkTime();
        SfcSurvey survey = new SfcSurvey();
        file.read(header -> {}, survey::see, finding -> {});
        survey.finish();
        file.read(header -> ascii(header.written() + "DATA;\n"), this::write, session::found);
        ascii("ENDSEC;\nEND-ISO-10303-21;\n");
    }

    private void write(Feature feature) {
        StringBuilder line = new StringBuilder("\n/*")
                .append(feature.version())
                .append("\n#")
                .append(feature.id());
        line.append(" = ").append(feature.name()).append('(');
        for (int i = 0; i < feature.parameters().size(); i++) {
            Feature.Parameter parameter = feature.parameters().get(i);
            String quote = parameter.text() ? "\\'" : "'";
            line.append(i > 0 ? "," : "").append(quote);
            line.append(parameter.text() ? text(parameter.value()) : parameter.value())
                    .append(quote);
        }
        line.append(")\n").append(feature.version()).append("*/\n");
        byte[] bytes = file.encoding().encode(line.toString());
        out.write(bytes, 0, bytes.length);
    }

    /** Backslashes are doubled; what the encoding has not is said by its number. */
    private String text(String text) {
        StringBuilder written = new StringBuilder(text.length());
        Encoding encoding = file.encoding();
        text.codePoints().forEach(point -> {
            if (point == '\\') {
                written.append("\\\\");
            } else if (encoding.has(point)) {
                written.appendCodePoint(point);
            } else {
                written.append("\\X2\\");
                for (char unit : Character.toChars(point)) {
                    written.append(String.format(Locale.ROOT, "%04X", (int) unit));
                }
                written.append("\\X0\\");
            }
        });
        return written.toString();
    }

    private void ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, bytes.length);
    }
}
