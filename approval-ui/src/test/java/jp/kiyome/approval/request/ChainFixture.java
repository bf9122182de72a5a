package jp.kiyome.approval.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.State;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** People of two groups, one of whom asks, and the chains that their organisation wants; on whatever database. */
abstract class ChainFixture {

    static final Group JOUHOU = new Group("情報 政策課");

    @TempDir
    Path folder;

    Site site;
    Person clerk;
    /** Approves for the clerk's own group. */
    Person kakaricho;
    /** Approves for another group. */
    Person jouhou;
    /** Deputy for the clerk's group. */
    Person dairi;

    abstract DatabaseSettings fresh() throws Exception;

    @BeforeEach
    void open() throws Exception {
        site = Site.on(fresh(), folder);
        clerk = site.person(Site.CITY, "tanaka", Role.CLERK, Role.ORIGINAL_RECEIVER);
        kakaricho = of("kakaricho", Role.APPROVER, Site.SOUMU);
        jouhou = of("jouhou", Role.APPROVER, JOUHOU);
        dairi = of("dairi", Role.DEPUTY_APPROVER, Site.SOUMU);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    Person of(String name, Role role, Group group) {
        return site.person(Site.CITY, name, List.of(new Grant(role, group)));
    }

    static ChainStep any(String... approvers) {
        return step(ChainStep.Need.ANY, approvers);
    }

    static ChainStep all(String... approvers) {
        return step(ChainStep.Need.ALL, approvers);
    }

    static ChainStep step(ChainStep.Need need, String... approvers) {
        return new ChainStep(
                need,
                List.of(approvers).stream()
                        .map(one -> Approver.read(one).orElseThrow())
                        .toList());
    }

    void want(ChainStep... steps) {
        want(Optional.empty(), steps);
    }

    void want(Optional<Patience> patience, ChainStep... steps) {
        site.rules.set(new ApprovalRules(List.of(
                new ApprovalRules.Row(Optional.empty(), Optional.empty(), new Chain(List.of(steps), patience)))));
    }

    RequestId ask(Person person) throws Exception {
        return site.requests.ask(person, site.inState(person, State.HELD).id(), Wanted.SANITIZED, "理由");
    }

    Request request(RequestId id) {
        return site.requests.find(clerk, id).orElseThrow();
    }

    void decide(Person person, RequestId id, Decision decision) {
        site.requests.decide(person, id, decision, request(id).bond().seal(), decision + " です");
    }

    void approve(Person person, RequestId id) {
        decide(person, id, Decision.APPROVE);
    }

    boolean waitsFor(Person person, RequestId id) {
        return site.requests.queue(person, QueueFilter.all()).stream()
                .anyMatch(one -> one.request().id().equals(id));
    }

    State itemOf(RequestId id) {
        return site.store
                .items()
                .find(Site.CITY, request(id).item())
                .orElseThrow()
                .state();
    }

    static void assertNo(No.Why why, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(No.class, no -> assertThat(no.why()).isEqualTo(why));
    }

    void deputise(Person who, Person approver, Person deputy, Duration time) {
        Instant now = site.now.get();
        assertThat(site.deputies.name(who, approver.name(), deputy.name(), now, now.plus(time), "急な入院"))
                .isEqualTo(Deputies.Answer.DONE);
    }

    static Optional<Patience> twoDays(Patience.End end) {
        return Optional.of(new Patience(Duration.ofHours(48), Duration.ofHours(24), end));
    }

    List<String> look(Duration after) {
        site.now.updateAndGet(now -> now.plus(after));
        int before = actions().size();
        site.deadlines.look(Site.CITY);
        return actions().stream()
                .skip(before)
                .filter(one -> one.startsWith("request."))
                .toList();
    }

    List<String> actions() {
        return site.store.trail().read(Site.CITY, Site.TEST, 0, 1000).stream()
                .map(record -> record.action())
                .toList();
    }
}
