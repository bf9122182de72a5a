package jp.kiyome.mail.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.address.Network;
import jp.kiyome.quarantine.item.Organisation;

/** What the file says of one organisation. Stateless. */
final class OrganisationKeys {

    private static final List<String> KEYS = List.of(
            "domains",
            "client-networks",
            "next-hops",
            "outbound",
            "policy",
            "administrators",
            "concurrency",
            "language",
            "subject-tag",
            "link",
            "keep",
            "retention");
    private static final List<String> HOP = List.of("host", "port", "protocol", "tls", "xforward");
    private static final int LONGEST_TAG = 40;
    private static final int LONGEST_LINK = 300;
    private static final String USUAL_TAG = "[無害化済]";
    private static final Duration USUAL_RETENTION = Duration.ofDays(90);

    private OrganisationKeys() {}

    static Optional<OrganisationSettings> read(Organisation organisation, PolicyEntry entry) {
        Keys keys = new Keys(entry, KEYS);
        List<DomainName> domains = keys.all("domains", DomainName::read, SettingsFault.NOT_A_DOMAIN);
        List<Network> clients = clients(keys);
        List<NextHop> outbound =
                keys.get("outbound").map(OrganisationKeys::hops).orElse(List.of());
        if (!clients.isEmpty() && outbound.isEmpty()) {
            entry.wrong(SettingsFault.NO_OUTBOUND.text());
        }
        if (keys.needed("domains").isPresent() && domains.isEmpty()) {
            entry.wrong(SettingsFault.EMPTY.text());
        }
        Optional<List<NextHop>> inbound = keys.needed("next-hops").map(OrganisationKeys::hops);
        if (inbound.isEmpty() || inbound.get().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OrganisationSettings(
                organisation,
                new HashSet<>(domains),
                clients,
                inbound.get(),
                outbound,
                keys.one("policy", Keys::absolute, SettingsFault.NOT_A_PATH),
                keys.all("administrators", Mailbox::read, SettingsFault.NOT_A_MAILBOX),
                keys.count("concurrency", 8, 10_000),
                keys.word("language", List.of("ja", "en")).equals("ja") ? Language.JAPANESE : Language.ENGLISH,
                keys.one("subject-tag", OrganisationKeys::tag, SettingsFault.NOT_A_TAG)
                        .orElse(USUAL_TAG),
                keys.one("link", OrganisationKeys::link, SettingsFault.NOT_A_LINK)
                        .orElse(""),
                keep(keys),
                keys.time("retention", USUAL_RETENTION, Duration.ofDays(3_660))));
    }

    private static List<Network> clients(Keys keys) {
        List<Network> clients = keys.all("client-networks", Network::read, SettingsFault.NOT_A_NETWORK);
        if (clients.stream().anyMatch(network -> network.bits() == 0)) {
            keys.get("client-networks").ifPresent(entry -> entry.wrong(SettingsFault.EVERYBODY.text()));
        }
        return clients;
    }

    private static OrganisationSettings.Keep keep(Keys keys) {
        return switch (keys.word("keep", List.of("changed", "all", "held"))) {
            case "all" -> OrganisationSettings.Keep.ALL;
            case "held" -> OrganisationSettings.Keep.HELD;
            default -> OrganisationSettings.Keep.CHANGED;
        };
    }

    private static List<NextHop> hops(PolicyEntry entry) {
        List<NextHop> hops = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            hop(item).ifPresent(hops::add);
        }
        if (hops.isEmpty()) {
            entry.wrong(SettingsFault.EMPTY.text());
        }
        return hops;
    }

    private static Optional<NextHop> hop(PolicyEntry entry) {
        Keys keys = new Keys(entry, HOP);
        boolean lmtp = keys.word("protocol", List.of("smtp", "lmtp")).equals("lmtp");
        NextHop.Tls tls =
                switch (keys.word("tls", List.of("may", "must", "never"))) {
                    case "must" -> NextHop.Tls.MUST;
                    case "never" -> NextHop.Tls.NEVER;
                    default -> NextHop.Tls.MAY;
                };
        int port = keys.port("port", lmtp ? 24 : 25);
        boolean forwards = keys.yes("xforward");
        return keys.neededOne("host", OrganisationKeys::host, SettingsFault.NOT_A_HOST)
                .map(host ->
                        new NextHop(host, port, lmtp ? NextHop.Protocol.LMTP : NextHop.Protocol.SMTP, tls, forwards));
    }

    private static Optional<String> host(String text) {
        return Network.literal(text).isPresent()
                ? Optional.of(text)
                : DomainName.read(text).map(DomainName::name);
    }

    /** "none" for no tag: an empty value is taken for a slip. */
    private static Optional<String> tag(String text) {
        boolean clean = text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.CONTROL
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE);
        return clean && text.length() <= LONGEST_TAG && text.equals(text.strip())
                ? Optional.of(text.equals("none") ? "" : text)
                : Optional.empty();
    }

    private static Optional<String> link(String text) {
        boolean web = text.startsWith("https://") || text.startsWith("http://");
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return web && plain && text.length() <= LONGEST_LINK ? Optional.of(text) : Optional.empty();
    }
}
