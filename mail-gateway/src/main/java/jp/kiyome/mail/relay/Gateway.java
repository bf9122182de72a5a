package jp.kiyome.mail.relay;

import java.io.File;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.report.Digest;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.authentication.Authentication;
import jp.kiyome.mail.client.HopHealth;
import jp.kiyome.mail.client.NextHopClient;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.server.Envelope;
import jp.kiyome.mail.server.Gate;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.NextHop;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.mail.smtp.Reply;
import jp.kiyome.quarantine.store.Store;

/** Decides about mail: whose it is, and the one answer to it. Threads share it. */
public final class Gateway implements Gate, AutoCloseable {

    /** Room on the disk that is left to others, bytes. */
    private static final long FLOOR = 64L << 20;

    private static final Reply OK = new Reply(250, "2.1.0 Ok");
    private static final Reply RECIPIENT_OK = new Reply(250, "2.1.5 Ok");

    private final Routing routing;
    private final HopHealth health;
    private final NextHopClient client;
    private final Turns turns;
    private final Figures figures = new Figures();
    private final Handlers handlers;
    private final OutboundLimits limits;
    private final HandedOver had;

    /**
     * A gateway over a store that stays open while it works.
     *
     * @param rebuilding of each organisation, and of each group
     * @param notices told of what people should know, by whatever thread
     * @param onlooker sees each mail from outside
     * @param complaints told why a new version of a list of members is not taken
     * @param had who has a mail that may come again; closed with the gateway
     */
    public Gateway(
            GatewaySettings settings,
            Store store,
            Function<OrganisationSettings, Rebuilding> rebuilding,
            Consumer<Notice> notices,
            Onlooker onlooker,
            Consumer<String> complaints,
            InstantSource clock,
            HandedOver had) {
        this.had = had;
        this.routing = new Routing(settings.organisations(), complaints);
        this.health = new HopHealth(settings.handling().coolDown());
        this.client = new NextHopClient(settings.name().toString(), settings.handling(), health);
        this.turns = new Turns(settings.parts(), settings.handling().patience());
        Filing filing = new Filing(store, clock);
        Map<String, Rebuilding> all = new LinkedHashMap<>();
        for (OrganisationSettings one : settings.parts()) {
            filing.enrol(one.organisation());
            all.put(one.name(), rebuilding.apply(one));
        }
        this.limits = new OutboundLimits(clock);
        Optional<Authentication> authentication = settings.authentication().map(how -> Authentication.of(how, clock));
        this.handlers =
                new Handlers(settings, all, authentication, filing, client, notices, onlooker, figures, clock, had);
    }

    /** One that does not remember over its end who has a mail whose sender was not told. */
    public Gateway(
            GatewaySettings settings,
            Store store,
            Function<OrganisationSettings, Rebuilding> rebuilding,
            Consumer<Notice> notices,
            Onlooker onlooker,
            Consumer<String> complaints,
            InstantSource clock) {
        this(settings, store, rebuilding, notices, onlooker, complaints, clock, HandedOver.inMemory(clock));
    }

    /** One at which nobody looks on. */
    public Gateway(
            GatewaySettings settings,
            Store store,
            Function<OrganisationSettings, Rebuilding> rebuilding,
            Consumer<Notice> notices,
            InstantSource clock) {
        this(settings, store, rebuilding, notices, Onlooker.none(), complaint -> {}, clock);
    }

    public Figures figures() {
        return figures;
    }

    /** Whether a next hop was reached when it was last tried. */
    public boolean wasReached(NextHop hop) {
        return health.wasReached(hop);
    }

    @Override
    public Reply sender(Client from, Optional<Mailbox> sender, Envelope.Options options) {
        long room = new File(System.getProperty("java.io.tmpdir")).getUsableSpace();
        return room > FLOOR && (room - FLOOR) / 3 >= options.size()
                ? OK
                : new Reply(452, "4.3.1 No room for this mail now");
    }

    @Override
    public Reply recipient(Client from, Mailbox recipient) {
        Optional<Route> route = routing.route(recipient, from.address(), Optional.empty());
        if (route.isEmpty()) {
            return new Reply(554, "5.7.1 Relay access denied");
        }
        return health.mayTry(route.get().hops())
                ? RECIPIENT_OK
                : new Reply(451, "4.4.1 The next hop cannot be reached just now");
    }

    @Override
    public Answered<Reply> mail(Envelope envelope, Content content, Workspace workspace) {
        figures.came(content.size());
        Digest digest = Digest.of(content);
        List<Share> shares = shares(envelope, digest);
        MailWork work = new MailWork(handlers, shares, content, digest, workspace);
        Reply reply = inTurn(shares, work);
        figures.answered(reply.code());
        return new Answered<>(reply, () -> work.told(reply));
    }

    @Override
    public Answered<Map<Recipient, Reply>> mailForEach(Envelope envelope, Content content, Workspace workspace) {
        figures.came(content.size());
        Digest digest = Digest.of(content);
        Map<Recipient, Reply> answers = new LinkedHashMap<>();
        List<Runnable> onceTold = new ArrayList<>();
        for (Share share : shares(envelope, digest)) {
            MailWork work = MailWork.apart(handlers, share, content, digest, workspace);
            Reply reply = inTurn(List.of(share), work);
            share.envelope().recipients().forEach(one -> answers.put(one, work.answer(one, reply)));
            onceTold.add(() -> work.told(reply));
        }
        figures.answered(answers.values().stream().mapToInt(Reply::code).max().orElse(250));
        return new Answered<>(answers, () -> onceTold.forEach(Runnable::run));
    }

    private Reply inTurn(List<Share> shares, MailWork work) {
        try {
            Optional<Turns.Turn> turn = turns.take(shares);
            if (turn.isEmpty()) {
                return new Reply(451, "4.3.2 Too much mail at a time");
            }
            try (Turns.Turn _ = turn.get()) {
                return limits.within(shares, work::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(451, "4.3.2 Shutting down");
        }
    }

    /** The mail's recipients by the way they take, in the order in which they were named. */
    private List<Share> shares(Envelope envelope, Digest digest) {
        Optional<InetAddress> from = envelope.client().address();
        Map<Route, List<Recipient>> ways = new LinkedHashMap<>();
        for (Recipient recipient : envelope.recipients()) {
            Route route =
                    routing.route(recipient.mailbox(), from, envelope.sender()).orElseThrow();
            ways.computeIfAbsent(route, none -> new ArrayList<>()).add(recipient);
        }
        List<Share> shares = new ArrayList<>();
        ways.forEach((route, recipients) -> shares.add(Share.of(route, envelope.to(recipients), digest)));
        return shares;
    }

    @Override
    public void close() {
        client.close();
        had.close();
    }
}
