package jp.kiyome.message.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kiyome.core.content.Sink;

/**
 * Writes a message (RFC 5322, RFC 2045, RFC 2046): the same entities give the same bytes.
 *
 * <p>Not thread-safe.
 */
public final class MessageWriter {

    private static final String CRLF = "\r\n";

    private final Sink out;
    private final Boundaries boundaries;

    private MessageWriter(Sink out, Boundaries boundaries) {
        this.out = out;
        this.boundaries = boundaries;
    }

    /**
     * Writes a whole message.
     *
     * @param fields of the message, without those of MIME
     */
    public static void write(List<HeaderLine> fields, Entity root, Sink out) {
        MessageWriter writer = new MessageWriter(out, Boundaries.of(root));
        fields.forEach(line -> writer.ascii(line.toString()));
        writer.ascii("MIME-Version: 1.0" + CRLF);
        writer.entity(root);
        if (root instanceof Entity.Multipart || root instanceof Entity.Leaf l && l.form() == BodyForm.BASE64) {
            writer.ascii(CRLF);
        }
    }

    private void entity(Entity entity) {
        switch (entity) {
            case Entity.Leaf leaf -> {
                leaf.header().forEach(line -> ascii(line.toString()));
                ascii("Content-Transfer-Encoding: " + leaf.form().word() + CRLF + CRLF);
                BodyEncoder.write(leaf, out);
            }
            case Entity.Multipart multipart -> {
                String boundary = boundaries.of(multipart);
                ascii("Content-Type: multipart/" + multipart.type() + ";" + CRLF);
                ascii(" boundary=\"" + boundary + "\"" + CRLF);
                multipart.header().forEach(line -> ascii(line.toString()));
                for (Entity part : multipart.parts()) {
                    ascii(CRLF + "--" + boundary + CRLF);
                    entity(part);
                }
                ascii(CRLF + "--" + boundary + "--");
            }
        }
    }

    private void ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, bytes.length);
    }
}
