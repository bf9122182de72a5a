package jp.kiyome.mail.waiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.kiyome.bridge.asking.Verdicts;
import jp.kiyome.bridge.cache.CacheAges;
import jp.kiyome.bridge.cape.CapeSettings;
import jp.kiyome.bridge.cape.CapeSource;
import jp.kiyome.bridge.pending.PendingVerdicts;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.screening.Screening;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.StubMail;
import jp.kiyome.mail.notify.Desk;
import jp.kiyome.mail.notify.NoticeFigures;
import jp.kiyome.mail.notify.PostOffice;
import jp.kiyome.mail.relay.Gateway;
import jp.kiyome.mail.relay.Later;
import jp.kiyome.mail.relay.Notice;
import jp.kiyome.mail.relay.Onlooker;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.rules.Given;
import jp.kiyome.mail.rules.RuleSet;
import jp.kiyome.mail.server.SmtpServer;
import jp.kiyome.mail.settings.GatewayFile;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;

/** A gateway whose mail waits for a sandbox, with its store on disk: what one leaves behind the next goes on with. */
final class WaitingHouse implements AutoCloseable {

    static final Organisation CITY = new Organisation("city-a");

    final List<Notice> notices = new CopyOnWriteArrayList<>();
    final List<String> troubles = new CopyOnWriteArrayList<>();
    private final Store store;
    private final Verdicts verdicts;
    private final VerdictSource cape;
    private final PostOffice office;
    private final Gateway gateway;
    private final SmtpServer server;
    private final GatewaySettings settings;
    private final Rebuilding rebuilding;
    private final VerdictRules answers;
    private final InstantSource clock;
    private Optional<VerdictWatch> watch = Optional.empty();

    /**
     * What the policy says.
     *
     * @param patience with the sandbox
     * @param mailRules as they stand below {@code mail-rules}; may be empty
     */
    record Said(VerdictRules answers, Duration patience, String mailRules) {

        static Said usual() {
            return new Said(VerdictRules.usual(), Duration.ofMinutes(30), "");
        }
    }

    WaitingHouse(Path folder, int hop, URI sandbox, Said said, InstantSource clock) {
        try {
            this.clock = clock;
            this.answers = said.answers();
            // Any free port; where the other organisation's mail goes nobody asks.
            String text = House.settings(folder, hop, 9)
                    .replace("port: 10025", "port: " + House.freePort())
                    .replaceFirst(
                            "administrators: \\[admin@a.example\\]",
                            "administrators: [admin@a.example]\n    notices: {from: kiyome@a.example}");
            this.settings = GatewayFile.read(text.getBytes(StandardCharsets.UTF_8));
            this.store = Store.open(
                    new StoreSettings(
                            new DatabaseSettings.Embedded(folder.resolve("store")),
                            folder.resolve("originals"),
                            folder.resolve("cleaned"),
                            folder.resolve("master.keys")),
                    clock);
            this.cape = new CapeSource(CapeSettings.of("cape", sandbox).withMails());
            VerdictPolicy policy = policy(said);
            this.verdicts = new Verdicts(List.of(cape), Optional.empty(), policy.time(), ThreatListener.none());
            this.rebuilding = rebuilding(policy, said.mailRules());
            NoticeFigures figures = new NoticeFigures();
            Desk desk =
                    new Desk(settings, store.outbox(), FindingCatalogue.ofClassPath(), notices::add, figures, clock);
            this.gateway =
                    new Gateway(settings, store, part -> rebuilding, desk, Onlooker.none(), troubles::add, clock);
            this.office = PostOffice.open(settings, store, desk, figures, Duration.ofMillis(50), clock, troubles::add);
            this.server = SmtpServer.start(settings, gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VerdictPolicy policy(Said said) {
        VerdictPolicy.Named named = new VerdictPolicy.Named() {
            @Override
            public String name() {
                return "cape";
            }

            @Override
            public VerdictSource open() {
                return cape;
            }
        };
        return new VerdictPolicy(
                List.of(named),
                said.answers(),
                CacheAges.usual(),
                Duration.ofSeconds(20),
                said.patience(),
                true,
                false,
                false);
    }

    private Rebuilding rebuilding(VerdictPolicy asked, String mailRules) {
        RuleSet rules =
                mailRules.isEmpty() ? RuleSet.none() : Given.rules("version: 1\nmail-rules:\n" + mailRules.indent(2));
        Later later = new Later(
                new Screening(verdicts, asked, Policy.defaults()), List.of(cape), asked, ThreatListener.none());
        return new Rebuilding(
                        engine(Map.of()),
                        report -> "{}",
                        report -> "",
                        rules,
                        Set.of("cape"),
                        (choices, asking) -> engine(choices))
                .waitingFor(later);
    }

    private static Engine engine(Map<String, String> choices) {
        return new Engine(
                new Registry(List.of(new StubMail())), Policy.defaults().choosing(choices), content -> "");
    }

    /** Begins to look after what waits. */
    WaitingHouse watching() {
        watch = Optional.of(VerdictWatch.open(
                settings,
                store,
                part -> rebuilding,
                new Desk(
                        settings,
                        store.outbox(),
                        FindingCatalogue.ofClassPath(),
                        notices::add,
                        new NoticeFigures(),
                        clock),
                Duration.ofMillis(30),
                clock,
                troubles::add));
        return this;
    }

    /** Looks once, and carries nothing out; how many waitings it ended. */
    int settle() {
        StoredPending kept = new StoredPending(store.waiting(), CITY, Group.WHOLE, group -> true);
        return new PendingVerdicts(kept, List.of(cape), answers, Duration.ofSeconds(5), ThreatListener.none(), clock)
                .lookAfter()
                .size();
    }

    int port() {
        return server.port();
    }

    Store store() {
        return store;
    }

    List<Item> items() {
        return store.items().search(CITY, Criteria.any(), 100).stream()
                .map(Hit::id)
                .flatMap(id -> store.items().find(CITY, id).stream())
                .toList();
    }

    /** Whether every item is there and nothing is left to do. */
    boolean isDone(State state) {
        return items().stream().allMatch(item -> item.state() == state)
                && store.waiting().waiting(CITY).isEmpty()
                && store.waiting().settled(CITY).isEmpty();
    }

    @Override
    public void close() {
        server.close();
        watch.ifPresent(VerdictWatch::close);
        office.close();
        gateway.close();
        verdicts.close();
        store.close();
    }
}
