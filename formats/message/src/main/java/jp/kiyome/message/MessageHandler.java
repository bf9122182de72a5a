package jp.kiyome.message;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.message.child.MessageOptions;
import jp.kiyome.message.keep.MessageRebuild;

/** Rebuilds mail (RFC 5322 and MIME), and pages saved in its form (RFC 2557). Stateless; threads share it. */
public final class MessageHandler implements Handler {

    /** A message. */
    public static final FileType TYPE = FileType.of("eml", "message/rfc822", "eml", "mail");

    /** A page with its pictures; the media type is in use, not registered. */
    static final FileType PAGE = FileType.of("mhtml", "application/x-mimearchive", "mhtml", "mht");

    @Override
    public List<FileType> types() {
        return List.of(TYPE, PAGE);
    }

    @Override
    public List<PolicyOption> options() {
        return MessageOptions.ALL;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        boolean alone = !MessageStart.isMailbox(content) || MessageStart.isLoneMessage(content);
        if (!MessageStart.isMessage(content) || !alone) {
            return Optional.empty();
        }
        return Optional.of(SavedPage.is(content) ? PAGE : TYPE);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        MessageRebuild message = rebuilt(type, content, session, false);
        session.titled(message.subject());
        session.labelling()
                .map(label -> Labelled.of(message, label, session))
                .orElse(message)
                .write(out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuilt(type, output, session, true).write(again);
        OutputNotClean.unlessSame(output, again.finish());
    }

    private static MessageRebuild rebuilt(FileType type, Content content, Session session, boolean verifying) {
        return type.equals(PAGE)
                ? MessageRebuild.ofPage(content, session, verifying)
                : MessageRebuild.of(content, session, verifying);
    }
}
