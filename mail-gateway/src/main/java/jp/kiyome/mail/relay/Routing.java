package jp.kiyome.mail.relay;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.settings.OrganisationSettings;

/**
 * For whom mail is relayed: to the organisations' own domains from anybody, to others from the organisations' own clients.
 * Threads share it.
 */
final class Routing {

    private final Map<DomainName, Members> owners = new HashMap<>();
    private final Map<OrganisationSettings, Members> organisations = new LinkedHashMap<>();

    /** @param complaints told why a new version of a list of members is not taken */
    Routing(List<OrganisationSettings> organisations, Consumer<String> complaints) {
        for (OrganisationSettings one : organisations) {
            Members members = new Members(one, complaints);
            this.organisations.put(one, members);
            one.domains().forEach(domain -> owners.put(domain, members));
        }
    }

    /**
     * The way of a recipient; empty where there is none for this client.
     *
     * @param client whose mail it is; empty where nobody knows
     * @param sender whose group's way a mail goes out; empty for the organisation's
     */
    Optional<Route> route(Mailbox recipient, Optional<InetAddress> client, Optional<Mailbox> sender) {
        Optional<Route> inbound = Optional.ofNullable(owners.get(recipient.domain()))
                .map(members -> new Route(members.of(recipient), false));
        return inbound.or(() -> client.flatMap(from -> outbound(from, sender)));
    }

    private Optional<Route> outbound(InetAddress client, Optional<Mailbox> sender) {
        return organisations.entrySet().stream()
                .filter(one -> one.getKey().clients().stream().anyMatch(network -> network.contains(client)))
                .findFirst()
                .map(one -> new Route(sender.map(one.getValue()::of).orElse(one.getKey()), true));
    }
}
