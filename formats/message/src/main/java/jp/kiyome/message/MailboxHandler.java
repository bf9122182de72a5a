package jp.kiyome.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.message.child.MessageOptions;
import jp.kiyome.message.mime.Lines;

/**
 * Rebuilds mailboxes (RFC 4155): messages behind lines that begin with {@code From}. Each message goes the whole way; the lines between
 * are written anew and tell nobody and no time. Stateless; threads share it.
 */
public final class MailboxHandler implements Handler {

    static final FileType TYPE = FileType.of("mbox", "application/mbox", "mbox", "mbx");

    private static final int LOOKED_AT = 1_000;
    private static final String CRLF = "\r\n";

    @Override
    public List<FileType> types() {
        return List.of(TYPE);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        boolean several = MessageStart.isMailbox(content) && !MessageStart.isLoneMessage(content);
        return several ? Optional.of(TYPE) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        write(content, out, session);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        write(output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }

    private static void write(Content content, Sink out, Session session) {
        session.budget().checkTime();
        Lines lines = new Lines(content, 0, content.size());
        long start = -1;
        long before = 0;
        int number = 0;
        boolean blank = true;
        while (lines.next()) {
            boolean separator = blank && MessageStart.isSeparator(lines.text(LOOKED_AT));
            if (separator) {
                if (start >= 0) {
                    message(content, start, before, ++number, out, session);
                }
                start = lines.after();
            }
            blank = lines.isEmpty();
            // The empty line before a separator belongs to it.
            before = blank ? lines.start() : lines.after();
        }
        message(content, start, blank ? before : content.size(), ++number, out, session);
    }

    private static void message(Content all, long from, long to, int number, Sink out, Session session) {
        session.budget().entries(1);
        session.piece(piece -> {
            Content message = MessageUnquoting.of(all.slice(from, Math.max(0, to - from)), piece);
            Nested kept = piece.child("message-" + number + ".eml", message, Set.of(MessageHandler.TYPE.id()));
            switch (kept) {
                case Nested.Clean clean -> append(clean.content(), out, piece);
                case Nested.Refused refused -> {
                    if (piece.policy().choice(MessageOptions.REFUSED).equals("block")) {
                        throw jp.kiyome.core.finding.Refusal.of(
                                "message.refused-part", Integer.toString(number) + ": " + refused.reason());
                    }
                    piece.found(Finding.of(
                            "message.refused-message",
                            Action.REMOVED,
                            Location.ofPart(Integer.toString(number)),
                            refused.reason().code()));
                }
            }
        });
    }

    private static void append(Content message, Sink out, Session session) {
        ascii(MessageStart.OWN_SEPARATOR + CRLF, out);
        MessageUnquoting.quoted(message, out);
        ascii(CRLF, out);
        session.budget().checkTime();
    }

    private static void ascii(String text, Sink out) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        out.write(bytes, 0, bytes.length);
    }
}
