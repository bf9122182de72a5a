package jp.kiyome.mail.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.authentication.AuthenticationSettings;

/**
 * Everything that an operator says of the gateway.
 *
 * @param name of this host, for greetings and Received
 * @param trustedPeers who may say whose client they speak for (XFORWARD, PROXY)
 * @param store its folder or its file of settings
 * @param policy of all; those of organisations lie over it
 * @param retro whether sources are asked again about what was delivered
 * @param authentication where this server finds out who mail is from
 */
public record GatewaySettings(
        DomainName name,
        Listening listen,
        List<Network> trustedPeers,
        Path store,
        Optional<Path> policy,
        SessionLimits limits,
        Handling handling,
        Optional<Watching> watch,
        Optional<AuthenticationSettings> authentication,
        RetroSettings retro,
        List<OrganisationSettings> organisations) {

    /** What is chosen for mail where no policy says otherwise, by the keys of options. */
    public static final Map<String, String> USUAL_CHOICES = Map.of("message.html", "text");

    public GatewaySettings {
        trustedPeers = List.copyOf(trustedPeers);
        organisations = List.copyOf(organisations);
    }

    /** All organisations and all of their groups. */
    public List<OrganisationSettings> parts() {
        return organisations.stream().flatMap(one -> one.parts().stream()).toList();
    }

    public boolean trusts(InetAddress peer) {
        return trustedPeers.stream().anyMatch(network -> network.contains(peer));
    }

    /** Where health and figures are told. */
    public record Watching(String address, int port) {}
}
