package jp.kiyome.approval.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.job.JobId;
import jp.kiyome.approval.job.JobState;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.Decision;
import jp.kiyome.approval.request.Phase;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.approval.server.WebServer;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of the table of access, in every state, as every role, as a stranger of another organisation with all roles, and as nobody:
 * over HTTP, not through a page. What is expected is worked out here from the table's words alone.
 */
class AccessTableTest {

    @TempDir
    static Path folder;

    static Site site;
    static WebServer server;
    static Person owner;
    static Person decider;
    static Person everything;
    static final List<Visiting> VISITORS = new ArrayList<>();

    /** Somebody who tries, and which role they have; none for a stranger, who has all of them elsewhere, and for nobody. */
    record Visiting(String name, List<Role> roles, boolean owns, boolean stranger, Browser browser) {

        boolean may(String permission) {
            return roles.stream().flatMap(role -> role.permissions().stream()).anyMatch(one -> one.name()
                    .equals(permission));
        }
    }

    @BeforeAll
    static void open() throws Exception {
        site = Site.in(folder);
        server = site.serve();
        owner = site.person(Site.CITY, "owner", Role.CLERK, Role.ORIGINAL_RECEIVER);
        decider = site.person(Site.CITY, "decider", Role.APPROVER);
        everything = site.person(Site.CITY, "everything", Role.values());
        VISITORS.clear();
        VISITORS.add(visiting(owner, true, false));
        for (Role role : Role.values()) {
            VISITORS.add(visiting(site.person(Site.CITY, "a-" + role.word(), role), false, false));
        }
        VISITORS.add(visiting(site.person(Site.TOWN, "owner", Role.values()), false, true));
        VISITORS.add(new Visiting("nobody", List.of(), false, false, nobody()));
    }

    /** With the token of a form: what is refused is refused for who they are. */
    private static Browser nobody() {
        Browser browser = new Browser(server.port());
        browser.page("/sign-in");
        return browser;
    }

    private static Visiting visiting(Person person, boolean owns, boolean stranger) {
        List<Role> roles = person.grants().stream().map(grant -> grant.role()).toList();
        return new Visiting(
                person.organisation() + "/" + person.name(), roles, owns, stranger, Browser.of(server.port(), person));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @Test
    void nothingAnswersThatShouldNot() throws Exception {
        int tried = 0;
        for (AccessRow row : AccessTable.ours().rows()) {
            for (Visiting visitor : VISITORS) {
                for (String state : states(row)) {
                    // Signing out would end the session that the next rows need; a token is asked of it elsewhere.
                    if (row.path().equals("/sign-out") || row.path().equals("/sign-in")) {
                        continue;
                    }
                    assertThat(outcome(row, visitor, state))
                            .as(row.method() + " " + row.path() + " as " + visitor.name() + " in " + state)
                            .isEqualTo(expected(row, visitor, state));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(500);
    }

    private static List<String> states(AccessRow row) {
        return switch (row.relation()) {
            case NONE -> List.of("-");
            case OWN, OVERSEER -> Stream.of(State.values()).map(State::name).toList();
            case REQUESTER, DECIDER ->
                Stream.of(Phase.values()).map(Phase::name).toList();
            case OFFICER, GOVERNOR ->
                Stream.of(JobState.values()).map(JobState::name).toList();
        };
    }

    /** Let in, sent to sign in, or refused as one of three. */
    private static String expected(AccessRow row, Visiting visitor, String state) {
        if (row.who() instanceof Who.Anyone) {
            return "in";
        }
        if (visitor.name().equals("nobody")) {
            return row.method().equals("GET") ? "sign in" : "403";
        }
        if (row.who() instanceof Who.At at && at.step() == Step.CODE) {
            return row.method().equals("GET") ? "sign in" : "403";
        }
        if (row.who() instanceof Who.With with && !visitor.may(with.permission().name())) {
            return "403";
        }
        boolean theirs =
                switch (row.relation()) {
                    case NONE -> true;
                    // Whose an erased item was is erased with it.
                    case OWN -> visitor.owns() && !state.equals("ERASED");
                    case REQUESTER -> visitor.owns();
                    case OVERSEER, OFFICER, GOVERNOR -> !visitor.stranger();
                    // A deputy's turn comes with a deadline that has passed, or in somebody's place.
                    case DECIDER -> !visitor.stranger() && !visitor.roles().equals(List.of(Role.DEPUTY_APPROVER));
                };
        if (!theirs) {
            return "404";
        }
        return row.states().isEmpty() || row.states().contains(state) ? "in" : "409";
    }

    /** A fresh item or request for each try: what is let in may change it. */
    private static String outcome(AccessRow row, Visiting visitor, String state) throws Exception {
        String named =
                switch (row.relation()) {
                    case NONE -> "tokens.css";
                    case OWN, OVERSEER -> item(State.valueOf(state)).id().toString();
                    case REQUESTER, DECIDER ->
                        request(row, Phase.valueOf(state)).toString();
                    case OFFICER, GOVERNOR ->
                        job(row.relation(), JobState.valueOf(state)).toString();
                };
        String path = row.path().replaceAll("\\{[a-z]+}", named);
        if (row.method().equals("GET")) {
            return told(visitor.browser().get(path), visitor);
        }
        return told(visitor.browser().post(path, fields(path)), visitor);
    }

    /** A form that the page itself would not take, so that nothing happens but being let in: 400 or 422 come from behind the door. */
    private static String[] fields(String path) {
        return path.equals("/language") ? new String[] {"language", "ja"} : new String[0];
    }

    private static String told(HttpResponse<byte[]> answer, Visiting visitor) {
        return switch (answer.statusCode()) {
            case 303 -> "sign in";
            case 403, 404, 409 -> Integer.toString(answer.statusCode());
            case 200, 302, 400, 422 -> "in";
            default -> throw new IllegalStateException(visitor.name() + ": " + answer.statusCode());
        };
    }

    private static final Map<String, JobId> JOBS = new HashMap<>();

    private static JobId job(Relation relation, JobState state) {
        Optional<JobId> known = Optional.ofNullable(JOBS.get(relation + " " + state))
                .filter(one -> site.jobs.find(Site.CITY, one).orElseThrow().state() == state);
        if (known.isPresent()) {
            return known.get();
        }
        site.jobs.await(Site.CITY);
        JobId fresh = site.job(everything, relation == Relation.OFFICER ? Site.dryRun() : Site.trial(), state);
        JOBS.put(relation + " " + state, fresh);
        return fresh;
    }

    private static final Map<State, Item> ITEMS = new EnumMap<>(State.class);

    private static Item item(State state) throws IOException {
        Item known = ITEMS.get(state);
        if (known == null || site.state(known) != state) {
            known = site.inState(owner, state);
            ITEMS.put(state, known);
        }
        return known;
    }

    private static final Map<String, RequestId> REQUESTS = new HashMap<>();

    private static RequestId request(AccessRow row, Phase phase) throws IOException {
        Wanted wanted = row.path().endsWith("/original") ? Wanted.ORIGINAL : Wanted.SANITIZED;
        RequestId known = REQUESTS.get(wanted + " " + phase);
        if (known == null || site.requests.find(owner, known).orElseThrow().phase() != phase) {
            known = request(wanted, phase);
            REQUESTS.put(wanted + " " + phase, known);
        }
        return known;
    }

    private static RequestId request(Wanted wanted, Phase phase) throws IOException {
        Item item = site.inState(owner, State.HELD);
        RequestId id = site.requests.ask(owner, item.id(), wanted, "test");
        String seal = site.requests.find(owner, id).orElseThrow().bond().seal();
        switch (phase) {
            case OPEN -> {}
            case APPROVED -> site.requests.decide(decider, id, Decision.APPROVE, seal, "");
            case RETURNED -> site.requests.decide(decider, id, Decision.RETURN, seal, "no");
            case DENIED -> site.requests.decide(decider, id, Decision.DENY, seal, "no");
            case RECALLED -> site.requests.recall(owner, id);
            case LAPSED -> lapse(id);
        }
        return id;
    }

    private static void lapse(RequestId id) {
        site.store.ledger().change(Site.CITY, Site.TEST, change -> change.rows()
                .sql("update request set state = 'LAPSED' where organisation = :organisation and id = :id")
                .param("id", id.value())
                .update());
    }

    @Test
    void whatIsNotInTheTableIsNotThere() {
        Browser browser = VISITORS.getFirst().browser();
        for (String path :
                List.of("/error", "/actuator", "/login", "/logout", "/items", "/items/1", "/assets/../x", "/files/")) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(new Browser(server.port()).get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyDecidesOnTheirOwnRequest() throws Exception {
        Person both = site.person(Site.CITY, "both", Role.CLERK, Role.APPROVER);
        Item item = site.inState(both, State.HELD);
        RequestId id = site.requests.ask(both, item.id(), Wanted.SANITIZED, "mine");
        Browser browser = Browser.of(server.port(), both);
        assertThat(browser.get("/approvals/" + id).statusCode()).isEqualTo(403);
        assertThat(browser.page("/approvals").select("a[href$=" + id + "]")).isEmpty();
        browser.get("/");
        String seal = site.requests.find(both, id).orElseThrow().bond().seal();
        assertThat(browser.post("/approvals/" + id + "/decision", "decision", "APPROVE", "seal", seal)
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.state(item)).isEqualTo(State.REQUESTED);
    }

    /** A row of the table without a page, or a page without a row, would be a mistake in either. */
    @Test
    void everyStateInTheTableExists() {
        for (AccessRow row : AccessTable.ours().rows()) {
            assertThat(states(row).containsAll(row.states())).as(row.path()).isTrue();
        }
        assertThat(Arrays.asList(Relation.values()))
                .allMatch(relation -> AccessTable.ours().rows().stream().anyMatch(row -> row.relation() == relation));
    }
}
