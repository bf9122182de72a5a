package jp.kiyome.mail.server;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.smtp.Reply;

/** Who decides about mail. Threads share it. */
public interface Gate {

    /** Whether a mail from a sender is taken now. */
    Reply sender(Client client, Optional<Mailbox> sender, Envelope.Options options);

    /** Whether a recipient is one of ours, or the client may send to it. */
    Reply recipient(Client client, Mailbox recipient);

    /**
     * Takes a mail. A positive answer means that nothing can lose it any more.
     *
     * @param workspace of the mail, closed when this returns
     */
    Reply mail(Envelope envelope, Content content, Workspace workspace);
}
