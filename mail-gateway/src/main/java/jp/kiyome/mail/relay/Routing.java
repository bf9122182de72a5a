package jp.kiyome.mail.relay;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.settings.OrganisationSettings;

/** For whom mail is relayed: to the organisations' own domains from anybody, to others from the organisations' own clients. Immutable. */
final class Routing {

    private final Map<DomainName, OrganisationSettings> owners = new HashMap<>();
    private final List<OrganisationSettings> organisations;

    Routing(List<OrganisationSettings> organisations) {
        this.organisations = List.copyOf(organisations);
        for (OrganisationSettings one : organisations) {
            one.domains().forEach(domain -> owners.put(domain, one));
        }
    }

    /**
     * The way of a recipient; empty where there is none for this client.
     *
     * @param client whose mail it is; empty where nobody knows
     */
    Optional<Route> route(Mailbox recipient, Optional<InetAddress> client) {
        Optional<Route> inbound =
                Optional.ofNullable(owners.get(recipient.domain())).map(owner -> new Route(owner, false));
        return inbound.or(() -> client.flatMap(this::outbound));
    }

    private Optional<Route> outbound(InetAddress client) {
        return organisations.stream()
                .filter(one -> one.clients().stream().anyMatch(network -> network.contains(client)))
                .findFirst()
                .map(owner -> new Route(owner, true));
    }
}
