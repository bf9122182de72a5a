package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.approval.access.AccessRow;
import jp.kiyome.approval.access.AccessTable;
import jp.kiyome.approval.access.Relation;
import jp.kiyome.approval.account.Totp;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.fixture.Chromium;
import jp.kiyome.approval.fixture.Desk;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.job.JobState;
import jp.kiyome.approval.job.Order;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.policy.PolicyDesk;
import jp.kiyome.approval.policy.PolicyVersions;
import jp.kiyome.approval.request.ApprovalRules;
import jp.kiyome.approval.request.Decision;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.heartbeat.Area;
import jp.kiyome.quarantine.heartbeat.Condition;
import jp.kiyome.quarantine.heartbeat.Heartbeat;
import jp.kiyome.quarantine.heartbeat.Measure;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.SenderIdentity;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What holds of every page that the table of access has, in a real browser, with names that are meant ill. */
@EnabledIf("jp.kiyome.approval.fixture.Chromium#installed")
class EveryPageTest extends OnSite {

    /** Markup, an attribute's end, a turned reading direction, a line break, a template's expression. */
    private static final String HOSTILE =
            "\"><script>alert(1)</script><img src=x onerror=alert(2)>' \u202egnp.exe\r\nX: y ${7*7} [[${7*7}]] #{site}";

    /** Rows that hand out files and sheets, which are no pages. */
    private static final List<String> FILES = List.of(
            "/assets/{name}",
            "/items/{item}/cleaned",
            "/items/{item}/attached/{part}",
            "/requests/{request}/cleaned",
            "/approvals/{request}/pictures/{picture}",
            "/held/{item}/pictures/{picture}",
            "/trail/export",
            "/report/csv",
            "/report/pdf");

    /** Rows that lead to a provider and back, which this site has none of: OpenIdProviderTest goes that way. */
    private static final List<String> ELSEWHERE =
            List.of("/sign-in/openid/{organisation}", "/sign-in/openid/{organisation}/back");

    static Chromium chromium;
    static Person owner;
    static final List<String> PAGES = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start(server.port());
        owner = site.person(Site.CITY, "owner", Role.values());
        items();
        jobs();
        PAGES.clear();
        TreeSet<String> unknown = new TreeSet<>();
        for (AccessRow row : AccessTable.ours().rows()) {
            if (row.method().equals("GET") && !FILES.contains(row.path()) && !ELSEWHERE.contains(row.path())) {
                PAGES.addAll(pages(row, unknown));
            }
        }
        assertThat(unknown).as("pages that this test has nothing to show on").isEmpty();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private static final List<Item> ITEMS = new ArrayList<>();
    private static final List<String> ASKED = new ArrayList<>();
    private static final List<String> TO_DECIDE = new ArrayList<>();

    /** Of each kind something whose every text is meant ill. */
    private static void items() throws IOException {
        Untrusted hostile = Untrusted.of(HOSTILE);
        ITEMS.clear();
        ITEMS.add(site.file(owner, HOSTILE, "hello"));
        ITEMS.add(site.file(owner, HOSTILE, "sealed"));
        ITEMS.add(site.file(owner, HOSTILE, "blocked"));
        ITEMS.add(held(owner, hostile));
        ASKED.clear();
        ASKED.add(site.requests
                .ask(owner, held(owner, hostile).id(), Wanted.SANITIZED, HOSTILE)
                .toString());
        TO_DECIDE.clear();
        chains();
        TO_DECIDE.add(site.requests
                .ask(clerk, held(clerk, hostile).id(), Wanted.SANITIZED, HOSTILE)
                .toString());
        TO_DECIDE.add(site.requests
                .ask(clerk, site.file(clerk, HOSTILE, "blocked").id(), Wanted.ORIGINAL, HOSTILE)
                .toString());
    }

    private static final Map<Order.Kind, List<String>> JOBS = new EnumMap<>(Order.Kind.class);

    /** In each state, and about things whose every text is meant ill; with a policy that somebody has applied and a process that tells of itself. */
    private static void jobs() {
        site.sanitizer.policy("policy-2");
        Order hostile = new Order(
                Order.Kind.REPROCESS,
                true,
                true,
                Group.WHOLE,
                new SearchForm(Map.of("text", HOSTILE, "finding", HOSTILE)),
                Untrusted.nothing());
        for (Order order : List.of(Site.dryRun(), hostile, Site.trial())) {
            for (JobState state : JobState.values()) {
                JOBS.computeIfAbsent(order.kind(), any -> new ArrayList<>())
                        .add(site.job(owner, order, state).toString());
            }
        }
        PolicyDesk desk = new PolicyDesk(site.policies, new PolicyVersions(site.store.ledger()));
        desk.apply(owner, Untrusted.of("version: 1\n# " + HOSTILE.replace("\r\n", "")), HOSTILE, 0);
        desk.apply(owner, Untrusted.of("version: 1\ntypes: {pdf: block}\n"), HOSTILE, 1);
        for (Area area : Area.values()) {
            for (Condition condition : Condition.values()) {
                site.store
                        .heartbeats()
                        .beat(
                                Site.CITY,
                                Site.TEST,
                                new Heartbeat(
                                        "web " + HOSTILE + area + condition,
                                        site.now.get().minusSeconds(condition == Condition.GOOD ? 0 : 200),
                                        Duration.ofSeconds(30),
                                        List.of(new Measure(
                                                area,
                                                HOSTILE,
                                                condition,
                                                Untrusted.of(HOSTILE),
                                                Optional.of(site.now.get())))));
            }
        }
    }

    /** A chain that is half gone through, by a deputy of somebody whose name is meant ill, and whose time is over. */
    private static void chains() throws IOException {
        Person ill = new Person(
                Site.CITY,
                new AccountName("ill"),
                Untrusted.of(HOSTILE),
                "ill@midori-city.example.invalid",
                Site.SOUMU,
                List.of(Grant.everywhere(Role.APPROVER)));
        assertThat(site.accounts.add(Site.TEST, ill)).isPresent();
        Person deputy = site.person(Site.CITY, "deputy", Role.DEPUTY_APPROVER);
        Instant now = site.now.get();
        site.deputies.name(owner, ill.name(), deputy.name(), now, now.plus(Duration.ofDays(30)), HOSTILE);
        List<ChainStep> steps = List.of("approver", "whoever", "person:ill").stream()
                .map(one -> new ChainStep(
                        ChainStep.Need.ALL, List.of(Approver.read(one).orElseThrow())))
                .toList();
        Patience patience = new Patience(Duration.ofHours(2), Duration.ofHours(1), Patience.End.STAYS);
        site.rules.set(new ApprovalRules(List.of(
                new ApprovalRules.Row(Optional.empty(), Optional.empty(), new Chain(steps, Optional.of(patience))))));
        RequestId id =
                site.requests.ask(clerk, held(clerk, Untrusted.of(HOSTILE)).id(), Wanted.SANITIZED, HOSTILE);
        site.rules.set(ApprovalRules.usual());
        String seal = site.requests.find(clerk, id).orElseThrow().bond().seal();
        site.requests.decide(deputy, id, Decision.APPROVE, seal, HOSTILE);
        site.now.set(now.plus(Duration.ofHours(3)));
        site.deadlines.look(Site.CITY);
        TO_DECIDE.add(id.toString());
    }

    private static Item held(Person person, Untrusted text) throws IOException {
        SenderIdentity sender = new SenderIdentity(
                SenderIdentity.Result.FAIL,
                text,
                SenderIdentity.Result.PERMERROR,
                text,
                SenderIdentity.Result.FAIL,
                text,
                SenderIdentity.Wish.REJECT,
                text);
        Item mail = site.mail(person, text, text, "text", Optional.of(sender));
        site.takeIn.unlock(person, mail, List.of());
        return site.store.items().move(Site.CITY, Site.TEST, mail.id(), State.HELD, HOSTILE);
    }

    /** The page of a row, once for each thing that its path can name. */
    private static List<String> pages(AccessRow row, Set<String> unknown) {
        List<String> named =
                switch (row.relation()) {
                    case NONE -> List.of("");
                    case OWN, OVERSEER ->
                        ITEMS.stream()
                                .filter(item -> row.states().isEmpty()
                                        || row.states()
                                                .contains(site.state(item).name()))
                                .map(item -> item.id().toString())
                                .toList();
                    case REQUESTER -> ASKED;
                    case DECIDER -> TO_DECIDE;
                    case OFFICER -> JOBS.getOrDefault(Order.Kind.REPROCESS, List.of());
                    case GOVERNOR -> JOBS.getOrDefault(Order.Kind.TRIAL, List.of());
                };
        List<String> pages = new ArrayList<>();
        if (named.isEmpty()) {
            unknown.add(row.path());
        }
        for (String one : named) {
            String path =
                    row.relation() == Relation.NONE ? row.path() : row.path().replaceFirst("\\{[a-z]+}", one);
            if (path.contains("{")) {
                unknown.add(path);
            }
            pages.add(path);
        }
        return pages;
    }

    @Test
    void axeFindsNothingOnAnyPage() {
        try (Desk desk = chromium.desk(owner)) {
            assertNoBarriers(desk, PAGES);
            desk.page.setViewportSize(360, 640);
            assertNoBarriers(desk, PAGES);
        }
    }

    /** Who is nobody, and who has still to prove who they are, see pages that nobody else does. */
    @Test
    void axeFindsNothingOnTheWayInEither() {
        Person person = site.person(Site.CITY, "mori", Role.CLERK);
        String secret = Totp.freshSecret();
        site.accounts.beginSecondFactor(Site.CITY, person.name(), secret, Totp.now(secret, site.now.get()));
        try (Desk desk = chromium.desk()) {
            assertNoBarriers(desk, List.of("/sign-in", "/nothing"));
        }
        try (Desk desk = chromium.desk(person)) {
            assertThat(desk.page.url()).endsWith("/sign-in/code");
            assertNoBarriers(desk, List.of("/sign-in/code"));
        }
    }

    /** Somebody who has nothing yet is told what to do. */
    @Test
    void axeFindsNothingOnAnEmptyPage() {
        Person fresh = site.person(Site.TOWN, "fresh", Role.values());
        try (Desk desk = chromium.desk(fresh)) {
            assertNoBarriers(
                    desk,
                    PAGES.stream()
                            .filter(path -> !path.matches(".*[0-9a-f]{8}-.*"))
                            .toList());
        }
    }

    private static void assertNoBarriers(Desk desk, List<String> pages) {
        for (String path : pages) {
            assertThat(desk.go(path)).as(path).isEqualTo(path.equals("/nothing") ? 404 : 200);
            assertThat(desk.barriers()).as(path + " " + desk.page.url()).isEmpty();
        }
    }

    @Test
    void whatIsMeantIllIsInertOnEveryPage() {
        try (Desk desk = chromium.desk(owner)) {
            int shown = 0;
            for (String path : PAGES) {
                assertThat(desk.go(path)).as(path).isEqualTo(200);
                if (desk.page.content().contains("alert(1)")) {
                    shown++;
                }
                assertThat((Integer) desk.page.evaluate("() => document.querySelectorAll("
                                + "'script:not([src^=\"/assets/\"]), img, iframe, object, embed, style, base').length"))
                        .as(path)
                        .isZero();
            }
            assertThat(desk.complaints()).isEmpty();
            assertThat(shown).isGreaterThan(12);
        }
    }

    /** Nothing is cut off, and nobody scrolls sideways, at twice the size or on a small screen. */
    @Test
    void noPageIsWiderThanASmallScreen() {
        try (Desk desk = chromium.desk(owner)) {
            desk.page.setViewportSize(360, 640);
            for (String path : PAGES) {
                desk.go(path);
                assertThat((Integer) desk.page.evaluate("() => document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(360);
            }
        }
    }
}
