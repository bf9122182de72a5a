package jp.kiyome.mail.server;

import java.util.Map;
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
    Answered<Reply> mail(Envelope envelope, Content content, Workspace workspace);

    /**
     * Takes a mail from a client that hears of each recipient by itself (RFC 2033). A positive answer means that nothing can lose that
     * recipient's copy any more.
     *
     * @return an answer for each recipient of the envelope
     */
    Answered<Map<Recipient, Reply>> mailForEach(Envelope envelope, Content content, Workspace workspace);

    /**
     * What a client is to hear of a mail.
     *
     * @param onceTold to be run when the answer was sent, and not when that failed: whoever did not hear it sends the mail again
     */
    record Answered<T>(T answer, Runnable onceTold) {

        static <T> Answered<T> of(T answer) {
            return new Answered<>(answer, () -> {});
        }
    }
}
