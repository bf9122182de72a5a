package jp.kiyome.mail.server;

import java.util.List;
import java.util.Optional;
import jp.kiyome.mail.address.Mailbox;

/**
 * What was said before the mail.
 *
 * @param sender empty for the null sender
 * @param options of the sender
 */
public record Envelope(Client client, Optional<Mailbox> sender, Options options, List<Recipient> recipients) {

    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /**
     * Parameters of MAIL, to be passed on.
     *
     * @param size as announced, bytes; 0 where it was not
     * @param eightBit whether BODY=8BITMIME was said
     * @param utf8 whether SMTPUTF8 was said
     * @param ret of RFC 3461; may be empty
     * @param envelopeId likewise
     */
    public record Options(long size, boolean eightBit, boolean utf8, String ret, String envelopeId) {

        public static Options none() {
            return new Options(0, false, false, "", "");
        }
    }

    /** For some of the recipients. */
    public Envelope to(List<Recipient> some) {
        return new Envelope(client, sender, options, some);
    }

    /** The sender as it stands between the angle brackets. */
    public String from() {
        return sender.map(Mailbox::toString).orElse("");
    }
}
