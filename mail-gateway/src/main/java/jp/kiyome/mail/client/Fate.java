package jp.kiyome.mail.client;

import jp.kiyome.mail.smtp.Reply;

/** What became of a mail for one recipient. */
public sealed interface Fate {

    Reply reply();

    /** The next hop has it. */
    record Delivered(Reply reply) implements Fate {}

    /** The next hop will never have it. */
    record Refused(Reply reply) implements Fate {}

    /**
     * The next hop may have it another time.
     *
     * @param uncertain whether it may have it already: its answer to the end of the mail never came
     */
    record Deferred(Reply reply, boolean uncertain) implements Fate {}

    static Fate of(Reply reply) {
        if (reply.isPermanent()) {
            return new Refused(reply);
        }
        return reply.isPositive() ? new Delivered(reply) : new Deferred(reply, false);
    }
}
