package jp.kiyome.quarantine.item;

import java.time.Instant;
import java.util.List;
import jp.kiyome.core.finding.Untrusted;

/**
 * What is known of an item when it comes in.
 *
 * @param id made by whoever hands it in
 * @param sender the envelope's sender, or the account that uploaded
 * @param recipients of the envelope; at most {@link #MOST_RECIPIENTS}
 * @param title the subject of a mail, the name of a file
 * @param received when it came; kept to the millisecond
 * @param retainUntil when its contents may be erased; kept to the millisecond
 */
public record Arrival(
        ItemId id,
        Kind kind,
        Group group,
        Untrusted sender,
        List<Untrusted> recipients,
        Untrusted title,
        Instant received,
        Instant retainUntil) {

    /** Recipients of one item at most. */
    public static final int MOST_RECIPIENTS = 10_000;

    public Arrival {
        recipients = List.copyOf(recipients);
        if (recipients.size() > MOST_RECIPIENTS) {
            throw new IllegalArgumentException("recipients: " + recipients.size());
        }
        received = Instant.ofEpochMilli(received.toEpochMilli());
        retainUntil = Instant.ofEpochMilli(retainUntil.toEpochMilli());
        if (retainUntil.isBefore(received)) {
            throw new IllegalArgumentException("kept until before it came");
        }
    }
}
