package jp.kiyome.mail.relay;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Report;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.quarantine.item.ItemId;

/**
 * The mail that a notice is about.
 *
 * @param sender of the envelope; empty for the null sender
 * @param recipients whom what happened befell; all of one organisation's mail
 * @param outbound whether it was on its way out, to people who are not the organisation's
 * @param report what the engine said of it; empty where it did not come to that
 * @param gist what it is about; empty where nobody could read it
 * @param detail of what happened
 */
public record Concerning(
        ItemId item,
        Optional<Mailbox> sender,
        List<Mailbox> recipients,
        boolean outbound,
        Optional<Report> report,
        Optional<Gist> gist,
        Untrusted detail) {

    public Concerning {
        recipients = List.copyOf(recipients);
    }
}
