package jp.kiyome.message;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.mime.Lines;

/** Lines of a message that begin as a separator does have a {@code >} in front in a mailbox (RFC 4155, appendix A). Stateless. */
final class MessageUnquoting {

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private MessageUnquoting() {}

    /** A message without those signs, where there is one. */
    static Content of(Content message, Session session) {
        Lines lines = new Lines(message, 0, message.size());
        boolean any = false;
        while (lines.next() && !any) {
            any = quoted(lines) > 0;
        }
        if (!any) {
            return message;
        }
        Sink sink = session.scratch();
        Lines again = new Lines(message, 0, message.size());
        while (again.next()) {
            long skip = quoted(again) > 0 ? 1 : 0;
            copy(message, again.start() + skip, again.after(), sink);
        }
        return sink.finish();
    }

    /** Writes a message with those signs. */
    static void quoted(Content message, Sink out) {
        Lines lines = new Lines(message, 0, message.size());
        while (lines.next()) {
            if (quoted(lines) >= 0) {
                out.write('>');
            }
            copy(message, lines.start(), lines.after(), out);
        }
    }

    /** How many signs stand before a {@code From}; -1 where there is no such word. */
    private static int quoted(Lines line) {
        int signs = 0;
        while (signs < line.length() && line.at(signs) == '>') {
            signs++;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (signs + i >= line.length() || line.at(signs + i) != FROM[i]) {
                return -1;
            }
        }
        return signs;
    }

    private static void copy(Content from, long start, long end, Sink to) {
        byte[] buffer = new byte[1 << 12];
        for (long at = start; at < end; at += buffer.length) {
            int length = (int) Math.min(buffer.length, end - at);
            from.copy(at, buffer, 0, length);
            to.write(buffer, 0, length);
        }
    }
}
