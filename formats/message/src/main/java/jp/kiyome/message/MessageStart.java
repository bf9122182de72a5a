package jp.kiyome.message;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.mime.Lines;

/** Whether a file begins as a message does: with fields, of which some are those of mail. Stateless. */
final class MessageStart {

    private static final int LINES = 400;
    private static final int LOOKED_AT = 1_000;

    /** Fields that nothing but mail begins with. */
    private static final Set<String> TELLING = Set.of(
            "received",
            "message-id",
            "mime-version",
            "return-path",
            "delivered-to",
            "content-transfer-encoding",
            "dkim-signature",
            "x-mailer",
            "in-reply-to",
            "references",
            "x-mozilla-status",
            "content-type");

    /** Fields that a text could begin with as well. */
    private static final Set<String> COMMON =
            Set.of("from", "to", "subject", "date", "cc", "sender", "reply-to", "bcc");

    /** The line that we write before each message: nobody, at no time. */
    static final String OWN_SEPARATOR = "From MAILER-DAEMON Thu Jan  1 00:00:00 1970";

    private static final Pattern SEPARATOR = Pattern.compile("From +\\S.*[0-9]{1,2}:[0-9]{2}.*");
    private static final Pattern LONE_CR = Pattern.compile("\\r(?!\\n)");
    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};
    private static final byte[] QUOTED_FROM = {'>', 'F', 'r', 'o', 'm', ' '};

    private MessageStart() {}

    static boolean isMessage(Content content) {
        return mayBegin(content) && (isMessage(content, 0L) || isOldMacintosh(content));
    }

    /** The cheap look that nearly every other file ends at: the first line is a field, or a mailbox begins. */
    private static boolean mayBegin(Content content) {
        if (begins(content, FROM) || begins(content, QUOTED_FROM)) {
            return true;
        }
        long end = Math.min(LOOKED_AT, content.size());
        long at = 0;
        while (at < end && isNameSign(content.byteAt(at))) {
            at++;
        }
        boolean named = at > 0;
        while (at < end && content.byteAt(at) <= ' ' && content.byteAt(at) != '\n') {
            at++;
        }
        return named && at < end && content.byteAt(at) == ':';
    }

    private static boolean begins(Content content, byte[] start) {
        if (content.size() < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (content.byteAt(i) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** With CR at the end of lines, or the two signs the wrong way round: a message to some, so that it is refused as one. */
    private static boolean isOldMacintosh(Content content) {
        byte[] start = new byte[(int) Math.min(16 * LOOKED_AT, content.size())];
        content.copy(0, start, 0, start.length);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (!LONE_CR.matcher(text).find()) {
            return false;
        }
        byte[] lines = text.replaceAll("[\\r\\n]+", "\n").getBytes(StandardCharsets.ISO_8859_1);
        return isMessage(HeapContent.of(lines), 0L);
    }

    private static boolean isMessage(Content content, long from) {
        Lines lines = new Lines(content, from, content.size());
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

    /** Whether it begins as a mailbox does: with a line {@code From}, and a message behind it. */
    static boolean isMailbox(Content content) {
        if (!begins(content, FROM)) {
            return false;
        }
        Lines lines = new Lines(content, 0, content.size());
        return lines.next() && isSeparator(lines.text(LOOKED_AT));
    }

    /** A line that separates the messages of a mailbox (RFC 4155, appendix A): who, and when in words. */
    static boolean isSeparator(String line) {
        return line.startsWith("From ") && SEPARATOR.matcher(line).matches();
    }

    /** Whether only one message stands in a mailbox, and the line before it is not ours. */
    static boolean isLoneMessage(Content content) {
        Lines lines = new Lines(content, 0, content.size());
        if (!lines.next() || lines.text(LOOKED_AT).equals(OWN_SEPARATOR)) {
            return false;
        }
        boolean blank = false;
        while (lines.next()) {
            if (blank && lines.startsWith(FROM) && isSeparator(lines.text(LOOKED_AT))) {
                return false;
            }
            blank = lines.isEmpty();
        }
        return true;
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(MessageStart::isNameSign);
    }

    private static boolean isNameSign(int sign) {
        return Ascii.isLetterOrDigit(sign) || sign == '-' || sign == '_';
    }
}
