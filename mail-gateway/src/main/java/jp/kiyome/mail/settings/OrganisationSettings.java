package jp.kiyome.mail.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.address.Network;
import jp.kiyome.quarantine.item.Organisation;

/**
 * One organisation.
 *
 * @param domains whose recipients are its own
 * @param clients networks from which its mail goes out
 * @param inbound next hops, the first first; never empty
 * @param outbound likewise; empty where it sends nothing out
 * @param administrators told of what is held
 * @param concurrency mails worked on at a time
 * @param language of notices
 * @param tag of subjects; may be empty
 * @param link where originals can be asked for, {@code {0}} standing for the reference; may be empty
 * @param keep which mails the store keeps
 * @param retention how long
 */
public record OrganisationSettings(
        Organisation organisation,
        Set<DomainName> domains,
        List<Network> clients,
        List<NextHop> inbound,
        List<NextHop> outbound,
        Optional<Path> policy,
        List<Mailbox> administrators,
        int concurrency,
        Language language,
        String tag,
        String link,
        Keep keep,
        Duration retention) {

    public OrganisationSettings {
        domains = Set.copyOf(domains);
        clients = List.copyOf(clients);
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
        administrators = List.copyOf(administrators);
    }

    /** Which mails are kept; those that are held always are. */
    public enum Keep {
        ALL,
        CHANGED,
        HELD
    }
}
