package jp.kiyome.mail.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Network;

/** What the file says of next hops. Stateless. */
final class HopKeys {

    private static final List<String> KEYS = List.of("host", "port", "protocol", "tls", "xforward");

    private HopKeys() {}

    static List<NextHop> all(PolicyEntry entry) {
        List<NextHop> hops = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            one(item).ifPresent(hops::add);
        }
        if (hops.isEmpty()) {
            entry.wrong(SettingsFault.EMPTY.text());
        }
        return hops;
    }

    private static Optional<NextHop> one(PolicyEntry entry) {
        Keys keys = new Keys(entry, KEYS);
        boolean lmtp = keys.word("protocol", List.of("smtp", "lmtp")).equals("lmtp");
        NextHop.Tls tls =
                switch (keys.word("tls", List.of("may", "must", "never"))) {
                    case "must" -> NextHop.Tls.MUST;
                    case "never" -> NextHop.Tls.NEVER;
                    default -> NextHop.Tls.MAY;
                };
        int port = keys.port("port", lmtp ? 24 : 25);
        boolean forwards = keys.yes("xforward");
        return keys.neededOne("host", HopKeys::host, SettingsFault.NOT_A_HOST)
                .map(host -> new NextHop(host, port, lmtp ? Protocol.LMTP : Protocol.SMTP, tls, forwards));
    }

    private static Optional<String> host(String text) {
        return Network.literal(text).isPresent()
                ? Optional.of(text)
                : DomainName.read(text).map(DomainName::name);
    }
}
