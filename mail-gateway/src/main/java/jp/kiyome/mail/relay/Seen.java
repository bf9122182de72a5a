package jp.kiyome.mail.relay;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.report.Report;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.ItemId;

/**
 * A mail from outside that is about to be handed over, or held.
 *
 * @param id by which the store has it, where it has it
 * @param sender of the envelope; empty for the null sender
 * @param text what it says where it was rebuilt, as its worker tells: characters of a hostile file
 */
public record Seen(
        OrganisationSettings whose,
        ItemId id,
        Optional<Mailbox> sender,
        List<Mailbox> recipients,
        Report report,
        String text) {

    public Seen {
        recipients = List.copyOf(recipients);
    }

    static Seen of(Share share, Outcome outcome) {
        String text = outcome instanceof Outcome.Rebuilt rebuilt
                ? rebuilt.excerpt()
                        .map(said -> said.title() + "\n" + said.text())
                        .orElse("")
                : "";
        return new Seen(
                share.route().organisation(),
                share.id(),
                share.envelope().sender(),
                share.envelope().recipients().stream().map(Recipient::mailbox).toList(),
                outcome.report(),
                text);
    }

    /** What a mail says is in no log. */
    @Override
    public String toString() {
        return "Seen[" + id + "]";
    }
}
