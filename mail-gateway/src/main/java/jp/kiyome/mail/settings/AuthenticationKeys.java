package jp.kiyome.mail.settings;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.authentication.AuthenticationSettings;
import jp.kiyome.mail.authentication.results.Upstream;

/** What the file says of SPF, DKIM and DMARC. Stateless. */
final class AuthenticationKeys {

    private static final List<String> KEYS =
            List.of("authserv-id", "name-servers", "question", "all-questions", "trusted", "public-suffixes");
    private static final int DNS = 53;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private AuthenticationKeys() {}

    /** @param here the name under which results are written where the file gives none */
    static Optional<AuthenticationSettings> read(PolicyEntry entry, DomainName here) {
        Keys keys = new Keys(entry, KEYS);
        DomainName own = keys.one("authserv-id", DomainName::read, SettingsFault.NOT_A_DOMAIN)
                .orElse(here);
        List<InetSocketAddress> servers =
                keys.needed("name-servers").map(AuthenticationKeys::servers).orElse(List.of());
        AuthenticationSettings usual = AuthenticationSettings.usual(own, servers);
        List<Upstream> trusted =
                keys.get("trusted").map(AuthenticationKeys::trusted).orElse(List.of());
        if (trusted.stream().anyMatch(upstream -> upstream.name().equals(own))) {
            entry.wrong(SettingsFault.OWN_NAME.text(own));
            return Optional.empty();
        }
        return Optional.of(new AuthenticationSettings(
                own,
                servers,
                keys.time("question", usual.patience(), LONGEST),
                keys.time("all-questions", usual.deadline(), LONGEST),
                trusted,
                keys.one("public-suffixes", Keys::absolute, SettingsFault.NOT_A_PATH)));
    }

    private static List<InetSocketAddress> servers(PolicyEntry entry) {
        List<InetSocketAddress> servers = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            Keys keys = new Keys(item, List.of("address", "port"));
            int port = keys.port("port", DNS);
            keys.neededOne("address", Network::literal, SettingsFault.NOT_AN_ADDRESS)
                    .ifPresent(address -> servers.add(new InetSocketAddress(address, port)));
        }
        if (servers.isEmpty()) {
            entry.wrong(SettingsFault.EMPTY.text());
        }
        return servers;
    }

    private static List<Upstream> trusted(PolicyEntry entry) {
        List<Upstream> trusted = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            Keys keys = new Keys(item, List.of("network", "authserv-id"));
            Optional<Network> network = keys.neededOne("network", Network::read, SettingsFault.NOT_A_NETWORK);
            Optional<DomainName> name = keys.neededOne("authserv-id", DomainName::read, SettingsFault.NOT_A_DOMAIN);
            network.flatMap(from -> name.map(id -> new Upstream(from, id))).ifPresent(trusted::add);
        }
        return trusted;
    }
}
