package jp.kiyome.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.mime.Lines;

/** Whether what begins as a message is a page that a browser or a word processor saved with its pictures (RFC 2557). Stateless. */
final class SavedPage {

    private static final int LINES = 100;
    private static final int LOOKED_AT = 1_000;

    /** Fields of mail that somebody sent or is about to send. */
    private static final Set<String> SENT = Set.of(
            "to",
            "cc",
            "bcc",
            "reply-to",
            "message-id",
            "received",
            "return-path",
            "delivered-to",
            "x-unsent",
            "x-mozilla-status");

    private SavedPage() {}

    /** Asked of what {@link MessageStart} takes for a message. */
    static boolean is(Content content) {
        Map<String, String> fields = new HashMap<>();
        Lines lines = new Lines(content, 0, content.size());
        String last = "";
        for (int i = 0; i < LINES && lines.next() && !lines.isEmpty(); i++) {
            String line = lines.text(LOOKED_AT);
            int colon = line.indexOf(':');
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.merge(last, line.strip(), String::concat);
            } else if (colon > 0) {
                last = Ascii.lower(line.substring(0, colon).strip());
                fields.putIfAbsent(last, line.substring(colon + 1).strip());
            }
        }
        boolean sent = fields.keySet().stream().anyMatch(SENT::contains);
        boolean saved = Ascii.lower(fields.getOrDefault("from", "")).startsWith("<saved by")
                || fields.containsKey("snapshot-content-location");
        boolean related = Ascii.lower(fields.getOrDefault("content-type", "")).startsWith("multipart/related");
        return !sent && (saved || related && !fields.containsKey("from"));
    }
}
