package jp.kiyome.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.notice.Labelling;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.child.MessageOptions;
import jp.kiyome.message.child.TextBody;
import jp.kiyome.message.keep.MessageRebuild;
import jp.kiyome.message.text.Clean;
import jp.kiyome.message.text.OutputCharset;
import jp.kiyome.message.text.Words;
import jp.kiyome.message.write.Entity;
import jp.kiyome.message.write.Folding;
import jp.kiyome.message.write.HeaderLine;
import jp.kiyome.message.write.Parameters;
import jp.kiyome.message.write.TextForm;

/**
 * Writes a label on a rebuilt message: a tag in its subject, a notice before its parts. What comes out is a message as this handler
 * writes them, so that rebuilding it without a label changes nothing. Stateless.
 */
final class Labelled {

    private static final String SUBJECT = "Subject";

    private Labelled() {}

    static MessageRebuild of(MessageRebuild message, Labelling label, Session session) {
        Entity root = label.notice().isEmpty() ? message.root() : noticed(message.root(), label.notice(), session);
        return new MessageRebuild(tagged(message.fields(), label.tag(), session.policy()), root);
    }

    /** A reply may carry the tag of what it answers: one is enough. */
    private static List<HeaderLine> tagged(List<HeaderLine> fields, String tag, Policy policy) {
        if (tag.isEmpty()) {
            return fields;
        }
        List<HeaderLine> tagged = new ArrayList<>();
        boolean said = false;
        for (HeaderLine field : fields) {
            boolean subject = field.name().equals(SUBJECT);
            said |= subject;
            tagged.add(subject ? subject(field, tag, policy) : field);
        }
        if (!said) {
            tagged.add(written(tag, false, policy));
        }
        return tagged;
    }

    private static HeaderLine subject(HeaderLine field, String tag, Policy policy) {
        Words.Read read = Words.decode(field.value().replace("\r\n", ""));
        return read.text().contains(tag) ? field : written(tag + " " + read.text(), read.japanese(), policy);
    }

    private static HeaderLine written(String text, boolean japanese, Policy policy) {
        String clean = Clean.line(text);
        Encoding encoding = OutputCharset.of(clean, MessageOptions.japanese(policy, japanese));
        return Folding.text(SUBJECT, clean, encoding);
    }

    /** A report to a program (RFC 6522) stays as programs know it. */
    private static Entity noticed(Entity root, String notice, Session session) {
        List<Entity> parts = new ArrayList<>(List.of(text(notice, session)));
        if (root instanceof Entity.Multipart multipart) {
            if (multipart.type().startsWith("report")) {
                return root;
            }
            if (multipart.type().startsWith("mixed")) {
                parts.addAll(multipart.parts());
                return new Entity.Multipart(multipart.type(), multipart.header(), parts);
            }
        }
        parts.add(root);
        return Entity.Multipart.of("mixed", parts);
    }

    private static Entity text(String notice, Session session) {
        boolean japanese = MessageOptions.japanese(session.policy(), false);
        TextBody.Encoded encoded =
                new TextBody(session).encoded(HeapContent.of(notice.getBytes(StandardCharsets.UTF_8)), japanese);
        String charset = encoded.encoding().label().toLowerCase(Locale.ROOT);
        HeaderLine type = Parameters.field("Content-Type", "text/plain", List.of("charset=" + charset));
        return new Entity.Leaf(List.of(type), encoded.bytes(), TextForm.of(encoded.bytes()));
    }
}
