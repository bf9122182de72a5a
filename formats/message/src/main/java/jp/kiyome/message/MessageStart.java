package jp.kiyome.message;

import java.util.HashSet;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.mime.Lines;

/** Whether a file begins as a message does: with fields, of which some are those of mail. Stateless. */
final class MessageStart {

    private static final int LINES = 400;
    private static final int LOOKED_AT = 1_000;

    /** Fields that nothing but mail begins with. */
    private static final Set<String> TELLING = Set.of(
            "received", "message-id", "mime-version", "return-path", "delivered-to", "content-transfer-encoding",
            "dkim-signature", "x-mailer", "in-reply-to", "references", "x-mozilla-status", "content-type");

    /** Fields that a text could begin with as well. */
    private static final Set<String> COMMON = Set.of("from", "to", "subject", "date", "cc", "sender", "reply-to", "bcc");

    private MessageStart() {}

    static boolean isMessage(Content content) {
        Lines lines = new Lines(content, 0, content.size());
        Set<String> known = new HashSet<>();
        boolean first = true;
        for (int i = 0; i < LINES && lines.next() && !lines.isEmpty(); i++) {
            String line = lines.text(LOOKED_AT);
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (first && (folded || line.startsWith("\uFEFF"))) {
                return false;
            }
            boolean mailbox = first && (line.startsWith("From ") || line.startsWith(">From "));
            first = false;
            int colon = line.indexOf(':');
            boolean field = colon > 0 && isName(line.substring(0, colon).stripTrailing());
            if (!field && !folded && !mailbox) {
                break;
            }
            if (field && !folded) {
                known.add(Ascii.lower(line.substring(0, colon).stripTrailing()));
            }
        }
        long telling = known.stream().filter(TELLING::contains).count();
        long common = known.stream().filter(COMMON::contains).count();
        return telling > 0 && telling + common > 1 || common > 2 || telling > 0 && known.size() == telling;
    }

    /** Whether it begins as a mailbox does: a line {@code From}, and a message behind it. */
    static boolean isMailbox(Content content) {
        Lines lines = new Lines(content, 0, content.size());
        return lines.next() && lines.text(LOOKED_AT).matches("From \\S.* [0-9]{1,2}:[0-9]{2}.*");
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_');
    }
}
