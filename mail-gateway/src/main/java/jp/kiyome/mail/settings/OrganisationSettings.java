package jp.kiyome.mail.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.address.Network;
import jp.kiyome.quarantine.item.Group;
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
 * @param notices mails to its people; empty where nobody is sent any
 * @param passwords for locked attachments
 * @param isolated where originals go that a rule sends there; empty where there is nothing
 * @param outboundRules what holds for mail that goes out
 * @param unit which part of it these settings are for
 * @param groups with settings of their own; none has any itself
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
        Duration retention,
        Optional<NoticeSettings> notices,
        PasswordSettings passwords,
        List<NextHop> isolated,
        OutboundSettings outboundRules,
        Unit unit,
        List<GroupSettings> groups) {

    public OrganisationSettings {
        domains = Set.copyOf(domains);
        clients = List.copyOf(clients);
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
        administrators = List.copyOf(administrators);
        isolated = List.copyOf(isolated);
        groups = List.copyOf(groups);
    }

    /** What holds where nothing is said. */
    static OrganisationSettings usual(Organisation organisation, Set<DomainName> domains, List<Network> clients) {
        return new OrganisationSettings(
                organisation,
                domains,
                clients,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                8,
                Language.JAPANESE,
                "[無害化済]",
                "",
                Keep.CHANGED,
                Duration.ofDays(90),
                Optional.empty(),
                PasswordSettings.defaults(),
                List.of(),
                OutboundSettings.usual(),
                Unit.whole(),
                List.of());
    }

    OrganisationSettings as(Unit other) {
        return with(policy, notices, passwords, other, List.of());
    }

    OrganisationSettings with(List<GroupSettings> some) {
        return with(policy, notices, passwords, unit, some);
    }

    OrganisationSettings with(
            Optional<Path> itsPolicy, Optional<NoticeSettings> itsNotices, PasswordSettings itsPasswords) {
        return with(itsPolicy, itsNotices, itsPasswords, unit, groups);
    }

    private OrganisationSettings with(
            Optional<Path> itsPolicy,
            Optional<NoticeSettings> itsNotices,
            PasswordSettings itsPasswords,
            Unit itsUnit,
            List<GroupSettings> itsGroups) {
        return new OrganisationSettings(
                organisation,
                domains,
                clients,
                inbound,
                outbound,
                itsPolicy,
                administrators,
                concurrency,
                language,
                tag,
                link,
                keep,
                retention,
                itsNotices,
                itsPasswords,
                isolated,
                outboundRules,
                itsUnit,
                itsGroups);
    }

    /** Of this part, unlike that of any other. */
    public String name() {
        return unit.group().equals(Group.WHOLE) ? organisation.id() : organisation.id() + "/" + unit.group();
    }

    /** Whose mails wait for each other. */
    public String turns() {
        return unit.ownTurns() ? name() : organisation.id();
    }

    /** The policy files of this part, the upper first, below that of all. */
    public List<Path> policies() {
        return Stream.of(policy, unit.policy()).flatMap(Optional::stream).toList();
    }

    /** Itself, and each of its groups. */
    public List<OrganisationSettings> parts() {
        return Stream.concat(Stream.of(this), groups.stream().map(GroupSettings::settings))
                .toList();
    }

    /** Which mails are kept; those that are held always are. */
    public enum Keep {
        ALL,
        CHANGED,
        HELD
    }
}
