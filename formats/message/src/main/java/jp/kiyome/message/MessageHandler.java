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

/** Rebuilds mail (RFC 5322 and MIME). Stateless; threads share it. */
public final class MessageHandler implements Handler {

    /** A message. */
    public static final FileType TYPE = FileType.of("eml", "message/rfc822", "eml", "mail");

    @Override
    public List<FileType> types() {
        return List.of(TYPE);
    }

    @Override
    public List<PolicyOption> options() {
        return MessageOptions.ALL;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        boolean alone = !MessageStart.isMailbox(content) || MessageStart.isLoneMessage(content);
        return MessageStart.isMessage(content) && alone ? Optional.of(TYPE) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        MessageRebuild message = MessageRebuild.of(content, session, false);
        session.labelling()
                .map(label -> Labelled.of(message, label, session))
                .orElse(message)
                .write(out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        MessageRebuild.of(output, session, true).write(again);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
