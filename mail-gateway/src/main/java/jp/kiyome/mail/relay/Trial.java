package jp.kiyome.mail.relay;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.authentication.Authentication;
import jp.kiyome.mail.authentication.results.Results;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.rules.RuleSet;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.server.Envelope;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;

/** What would become of a mail: as the gateway works on one, but nothing is kept, sent or told. Threads may share it. */
public final class Trial {

    private final GatewaySettings settings;
    private final Function<OrganisationSettings, Rebuilding> rebuilding;
    private final Optional<Authentication> authentication;

    public Trial(GatewaySettings settings, Function<OrganisationSettings, Rebuilding> rebuilding, InstantSource clock) {
        this.settings = settings;
        this.rebuilding = rebuilding;
        this.authentication = settings.authentication().map(how -> Authentication.of(how, clock));
    }

    /**
     * What would become of one of its ways.
     *
     * @param part the organisation or group whose rules hold
     * @param report of what came out in the end
     */
    public record Told(
            String part, List<Mailbox> recipients, boolean outbound, Report report, RuleSet rules, Decision decision) {

        public Told {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * All of its ways.
     *
     * @param told one for each organisation and group
     * @param nowhere recipients to whom nobody would take it
     * @param refused whether its sender would be told that it is refused; where some ways' rules refuse it and others do not, it is held there
     */
    public record Result(List<Told> told, List<Mailbox> nowhere, boolean refused) {

        public Result {
            told = List.copyOf(told);
            nowhere = List.copyOf(nowhere);
        }
    }

    /**
     * Works on a mail.
     *
     * @param sender empty for the null sender
     * @param client whose mail it is; empty where nobody knows
     */
    public Result of(
            Optional<Mailbox> sender,
            List<Mailbox> recipients,
            Optional<InetAddress> client,
            Content content,
            Workspace workspace) {
        Routing routing = new Routing(settings.organisations(), complaint -> {});
        Map<Route, List<Recipient>> ways = new LinkedHashMap<>();
        List<Mailbox> nowhere = new ArrayList<>();
        for (Mailbox recipient : recipients) {
            routing.route(recipient, client, sender)
                    .ifPresentOrElse(
                            route -> ways.computeIfAbsent(route, none -> new ArrayList<>())
                                    .add(new Recipient(recipient, "", "")),
                            () -> nowhere.add(recipient));
        }
        Client from = new Client(
                client.orElseGet(InetAddress::getLoopbackAddress), client, Optional.empty(), "", "", "ESMTP");
        Optional<Results> identity = authentication.map(how -> how.check(client, "", sender, content));
        List<Prepared> prepared = new ArrayList<>();
        ways.forEach((route, some) -> {
            Envelope envelope = new Envelope(from, sender, Envelope.Options.none(), some);
            prepared.add(prepare(Share.of(route, envelope, Digest.of(content)), identity, content, workspace));
        });
        return new Result(prepared.stream().map(this::told).toList(), nowhere, RuleWork.rejects(prepared));
    }

    private Prepared prepare(Share share, Optional<Results> identity, Content content, Workspace workspace) {
        Optional<Results> itsOwn = share.route().outbound() ? Optional.empty() : identity;
        return new FirstPass(this::rebuilding, content, workspace).of(share, itsOwn);
    }

    private Rebuilding rebuilding(Share share) {
        return rebuilding.apply(share.route().organisation());
    }

    private Told told(Prepared one) {
        return new Told(
                one.share().route().organisation().name(),
                one.share().envelope().recipients().stream()
                        .map(Recipient::mailbox)
                        .toList(),
                one.share().route().outbound(),
                one.report(),
                rebuilding(one.share()).rules(),
                one.decision());
    }
}
