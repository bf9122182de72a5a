package jp.kiyome.approval.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.deputy.Deputation;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for chains of approvals, deputies and deadlines, whatever database they stand on. */
abstract class ChainsContract {

    private static final Group JOUHOU = new Group("情報 政策課");

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

    private Person of(String name, Role role, Group group) {
        return site.person(Site.CITY, name, List.of(new Grant(role, group)));
    }

    private static ChainStep any(String... approvers) {
        return step(ChainStep.Need.ANY, approvers);
    }

    private static ChainStep all(String... approvers) {
        return step(ChainStep.Need.ALL, approvers);
    }

    private static ChainStep step(ChainStep.Need need, String... approvers) {
        return new ChainStep(
                need,
                List.of(approvers).stream()
                        .map(one -> Approver.read(one).orElseThrow())
                        .toList());
    }

    private void want(ChainStep... steps) {
        want(Optional.empty(), steps);
    }

    private void want(Optional<Patience> patience, ChainStep... steps) {
        site.rules.set(new ApprovalRules(List.of(
                new ApprovalRules.Row(Optional.empty(), Optional.empty(), new Chain(List.of(steps), patience)))));
    }

    RequestId ask(Person person) throws Exception {
        return site.requests.ask(person, site.inState(person, State.HELD).id(), Wanted.SANITIZED, "理由");
    }

    Request request(RequestId id) {
        return site.requests.find(clerk, id).orElseThrow();
    }

    private void decide(Person person, RequestId id, Decision decision) {
        site.requests.decide(person, id, decision, request(id).bond().seal(), decision + " です");
    }

    void approve(Person person, RequestId id) {
        decide(person, id, Decision.APPROVE);
    }

    boolean waitsFor(Person person, RequestId id) {
        return site.requests.queue(person, QueueFilter.all()).stream()
                .anyMatch(one -> one.request().id().equals(id));
    }

    private State itemOf(RequestId id) {
        return site.store
                .items()
                .find(Site.CITY, request(id).item())
                .orElseThrow()
                .state();
    }

    private static void assertNo(No.Why why, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(No.class, no -> assertThat(no.why()).isEqualTo(why));
    }

    @Test
    void stepsFollowEachOtherAndOnlyWhoseTurnItIsSeesTheRequest() throws Exception {
        Person kacho = of("kacho", Role.APPROVER, new Group("財政課"));
        want(any("approver"), all("approver@情報 政策課", "person:kacho"));
        RequestId id = ask(clerk);
        assertThat(waitsFor(kakaricho, id)).isTrue();
        assertThat(waitsFor(jouhou, id)).isFalse();
        assertThat(waitsFor(kacho, id)).isFalse();
        assertNo(No.Why.NOTHING_THERE, () -> approve(jouhou, id));
        assertThat(site.requests.isConcern(jouhou, request(id))).isFalse();
        approve(kakaricho, id);
        assertThat(request(id).phase()).isEqualTo(Phase.OPEN);
        assertThat(itemOf(id)).isEqualTo(State.REQUESTED);
        assertNo(No.Why.WRONG_STATE, () -> site.requests.insistApproved(clerk, id, Wanted.SANITIZED));
        assertThat(waitsFor(kakaricho, id)).isFalse();
        assertThat(site.requests.decidedBy(kakaricho, 10))
                .extracting(Request::id)
                .containsExactly(id);
        assertNo(No.Why.DECIDED_ALREADY, () -> approve(kakaricho, id));
        assertThat(waitsFor(jouhou, id)).isTrue();
        assertThat(waitsFor(kacho, id)).isTrue();
        approve(jouhou, id);
        assertThat(request(id).phase()).isEqualTo(Phase.OPEN);
        assertThat(waitsFor(jouhou, id)).isFalse();
        approve(kacho, id);
        assertThat(request(id).phase()).isEqualTo(Phase.APPROVED);
        assertThat(itemOf(id)).isEqualTo(State.APPROVED);
        assertThat(site.requests.approvals(clerk, request(id)))
                .extracting(one -> one.step() + "." + one.slot() + " " + one.by() + " "
                        + one.comment().unescaped())
                .containsExactly("0.0 kakaricho APPROVE です", "1.0 jouhou APPROVE です", "1.1 kacho APPROVE です");
        assertThat(site.requests.insistApproved(clerk, id, Wanted.SANITIZED).id())
                .isEqualTo(id);
        assertThat(site.store.trail().notes(Site.CITY, request(id).item()))
                .filteredOn(note -> note.action().equals("request.approve"))
                .extracting(note -> note.who() + " " + note.fields().get("step"))
                .containsExactly("person:kakaricho 1/2", "person:jouhou 2/2", "person:kacho 2/2");
    }

    @Test
    void aDenialOrAReturnAtAnyStepEndsAChain() throws Exception {
        want(any("approver"), any("approver@情報 政策課"));
        for (Decision decision : List.of(Decision.DENY, Decision.RETURN)) {
            RequestId first = ask(clerk);
            decide(kakaricho, first, decision);
            assertThat(request(first).phase()).isEqualTo(decision.phase());
            RequestId second = ask(clerk);
            approve(kakaricho, second);
            decide(jouhou, second, decision);
            assertThat(request(second).phase()).isEqualTo(decision.phase());
            assertThat(itemOf(second)).isEqualTo(decision.state());
            assertNo(No.Why.WRONG_STATE, () -> approve(jouhou, second));
        }
    }

    @Test
    void nobodyDecidesTwiceInOneChainNorOnTheirOwn() throws Exception {
        Person chief = site.person(Site.CITY, "bucho", Role.APPROVER, Role.QUARANTINE_OFFICER, Role.CLERK);
        Person other = site.person(Site.CITY, "kyokucho", Role.QUARANTINE_OFFICER);
        want(any("approver", "person:bucho"), any("whoever"));
        RequestId id = ask(clerk);
        approve(chief, id);
        assertThat(waitsFor(chief, id)).isFalse();
        assertNo(No.Why.DECIDED_ALREADY, () -> approve(chief, id));
        assertThat(waitsFor(other, id)).isTrue();
        approve(other, id);
        assertThat(request(id).phase()).isEqualTo(Phase.APPROVED);
        // The narrower place is the one that is filled.
        assertThat(site.requests.approvals(clerk, request(id)).getFirst().slot())
                .isEqualTo(1);
        RequestId own = ask(chief);
        assertThat(waitsFor(chief, own)).isFalse();
        assertNo(No.Why.OWN_REQUEST, () -> approve(chief, own));
    }

    @Test
    void aChainLapsesAtAnyStepWhenThePolicyChanges() throws Exception {
        want(any("approver"), any("approver@情報 政策課"));
        Item item = site.file(clerk, "a.txt", "text");
        RequestId id = site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "x");
        approve(kakaricho, id);
        site.sanitizer.policy("policy-2");
        site.takeIn.unlock(clerk, item, List.of());
        assertNo(No.Why.LAPSED, () -> approve(jouhou, id));
        assertThat(request(id).phase()).isEqualTo(Phase.LAPSED);
    }

    @Test
    void aChainStaysAsItWasWhenSomebodyAsked() throws Exception {
        want(any("approver"), any("approver@情報 政策課"));
        RequestId id = ask(clerk);
        site.rules.set(ApprovalRules.usual());
        approve(kakaricho, id);
        assertThat(request(id).phase()).isEqualTo(Phase.OPEN);
        RequestId usual = ask(clerk);
        approve(kakaricho, usual);
        assertThat(request(usual).phase()).isEqualTo(Phase.APPROVED);
    }

    @Test
    void theFirstRuleThatFitsSaysWhichChain() {
        Chain one = new Chain(List.of(any("approver")), Optional.empty());
        Chain two = new Chain(List.of(any("person:x")), Optional.empty());
        ApprovalRules rules = new ApprovalRules(List.of(
                new ApprovalRules.Row(Optional.of(Site.SOUMU), Optional.of(Wanted.ORIGINAL), one),
                new ApprovalRules.Row(Optional.empty(), Optional.of(Wanted.ORIGINAL), two)));
        assertThat(rules.chain(Site.SOUMU, Wanted.ORIGINAL)).isEqualTo(one.in(Site.SOUMU));
        assertThat(rules.chain(JOUHOU, Wanted.ORIGINAL)).isEqualTo(two);
        assertThat(rules.chain(JOUHOU, Wanted.SANITIZED))
                .isEqualTo(Chain.usual().in(JOUHOU));
    }

    private void deputise(Person who, Person approver, Person deputy, Duration time) {
        Instant now = site.now.get();
        assertThat(site.deputies.name(who, approver.name(), deputy.name(), now, now.plus(time)))
                .isEqualTo(Deputies.Answer.DONE);
    }

    @Test
    void aDeputyActsInTheirTimeAloneAndItIsSaidForWhom() throws Exception {
        want(any("approver"), any("whoever", "approver@情報 政策課"));
        RequestId id = ask(clerk);
        assertThat(waitsFor(dairi, id)).isFalse();
        assertNo(No.Why.NOTHING_THERE, () -> approve(dairi, id));
        deputise(kakaricho, kakaricho, dairi, Duration.ofDays(2));
        assertThat(waitsFor(dairi, id)).isTrue();
        assertThat(site.requests.acting(dairi, request(id)).orElseThrow().standsFor())
                .contains(new Approver.Named(kakaricho.name()));
        Instant before = site.now.getAndUpdate(now -> now.plus(Duration.ofDays(2)));
        assertThat(waitsFor(dairi, id)).isFalse();
        assertNo(No.Why.NOTHING_THERE, () -> approve(dairi, id));
        site.now.set(before);
        approve(dairi, id);
        Approval approval = site.requests.approvals(clerk, request(id)).getFirst();
        assertThat(approval.by()).isEqualTo(dairi.name());
        assertThat(approval.standsFor()).contains(new Approver.Named(kakaricho.name()));
        assertThat(site.store.trail().notes(Site.CITY, request(id).item()))
                .anyMatch(note -> note.who().equals("person:dairi")
                        && "person:kakaricho".equals(note.fields().get("for")));
        // In whose place somebody has decided has decided.
        assertThat(waitsFor(kakaricho, id)).isFalse();
        assertNo(No.Why.DECIDED_ALREADY, () -> approve(kakaricho, id));
        assertNo(No.Why.DECIDED_ALREADY, () -> approve(dairi, id));
        approve(jouhou, id);
        assertThat(request(id).phase()).isEqualTo(Phase.APPROVED);
    }

    @Test
    void aDeputyOfWhoeverAskedDecidesNothingForThem() throws Exception {
        Person both = site.person(Site.CITY, "both", Role.CLERK, Role.APPROVER);
        deputise(both, both, dairi, Duration.ofDays(1));
        RequestId id = ask(both);
        assertThat(waitsFor(dairi, id)).isFalse();
        assertNo(No.Why.NOT_YOUR_TURN, () -> approve(dairi, id));
        RequestId others = ask(clerk);
        site.accounts.lock(Site.CITY, Site.TEST, both.name(), true);
        assertThat(waitsFor(dairi, others)).isFalse();
        site.accounts.lock(Site.CITY, Site.TEST, both.name(), false);
        assertThat(waitsFor(dairi, others)).isTrue();
    }

    @Test
    void aDeputysDeputyIsNobodys() throws Exception {
        Person other = of("hoka", Role.DEPUTY_APPROVER, Site.SOUMU);
        deputise(kakaricho, kakaricho, dairi, Duration.ofDays(1));
        deputise(dairi, dairi, other, Duration.ofDays(1));
        RequestId id = ask(clerk);
        assertThat(waitsFor(other, id)).isFalse();
        assertNo(No.Why.NOTHING_THERE, () -> approve(other, id));
    }

    @Test
    void deputiesAreNamedByApproversForThemselvesAndByOfficersForOthersNeverThemselves() {
        Instant now = site.now.get();
        Instant later = now.plus(Duration.ofDays(3));
        Person officer = site.person(Site.CITY, "suzuki", Role.QUARANTINE_OFFICER);
        Person ofGroup = of("kanri", Role.QUARANTINE_OFFICER, Site.SOUMU);
        assertThat(site.deputies.name(jouhou, kakaricho.name(), dairi.name(), now, later))
                .isEqualTo(Deputies.Answer.NOT_YOURS);
        assertThat(site.deputies.name(ofGroup, kakaricho.name(), dairi.name(), now, later))
                .isEqualTo(Deputies.Answer.NOT_YOURS);
        assertThat(site.deputies.name(officer, kakaricho.name(), officer.name(), now, later))
                .isEqualTo(Deputies.Answer.NOT_YOURS);
        for (String nobody : List.of("tanaka", "kakaricho", "nobody")) {
            assertThat(site.deputies.name(kakaricho, kakaricho.name(), new AccountName(nobody), now, later))
                    .as(nobody)
                    .isEqualTo(Deputies.Answer.NOBODY);
        }
        for (Instant end : List.of(now, now.minusSeconds(1), now.plus(Duration.ofDays(367)))) {
            assertThat(site.deputies.name(kakaricho, kakaricho.name(), dairi.name(), now.minusSeconds(9), end))
                    .isEqualTo(Deputies.Answer.NO_SPAN);
        }
        deputise(officer, kakaricho, dairi, Duration.ofDays(3));
        Deputation one = site.deputies.of(dairi).getFirst();
        assertThat(site.deputies.of(jouhou)).isEmpty();
        assertThat(site.deputies.of(officer)).containsExactly(one);
        Person stranger = site.person(Site.TOWN, "suzuki", Role.values());
        assertThat(site.deputies.of(stranger)).isEmpty();
        assertThat(site.deputies.end(stranger, one.id())).isFalse();
        assertThat(site.deputies.end(jouhou, one.id())).isFalse();
        assertThat(site.deputies.end(dairi, one.id())).isFalse();
        assertThat(site.deputies.end(kakaricho, one.id())).isTrue();
        assertThat(site.deputies.end(kakaricho, one.id())).isFalse();
        assertThat(site.deputies.of(dairi)).isEmpty();
        assertThat(site.store.trail().read(Site.CITY, Site.TEST, 0, 1000))
                .extracting(record -> record.who() + " " + record.action())
                .contains("person:suzuki deputy.name", "person:kakaricho deputy.end");
    }

    private static Optional<Patience> twoDays(Patience.End end) {
        return Optional.of(new Patience(Duration.ofHours(48), Duration.ofHours(24), end));
    }

    private List<String> look(Duration after) {
        site.now.updateAndGet(now -> now.plus(after));
        int before = actions().size();
        site.deadlines.look(Site.CITY);
        return actions().stream()
                .skip(before)
                .filter(one -> one.startsWith("request."))
                .toList();
    }

    private List<String> actions() {
        return site.store.trail().read(Site.CITY, Site.TEST, 0, 1000).stream()
                .map(record -> record.action())
                .toList();
    }

    @Test
    void aStepIsRemindedOfOnceThenDeputiesMayDecideAndAtLastItLapses() throws Exception {
        want(twoDays(Patience.End.LAPSES), any("approver"));
        RequestId id = ask(clerk);
        assertThat(look(Duration.ofHours(24).minusSeconds(1))).isEmpty();
        assertThat(look(Duration.ofSeconds(1))).containsExactly("request.remind");
        assertThat(look(Duration.ofHours(23))).isEmpty();
        assertThat(waitsFor(dairi, id)).isFalse();
        assertThat(look(Duration.ofHours(1))).containsExactly("request.escalate");
        assertThat(waitsFor(dairi, id)).isTrue();
        assertThat(waitsFor(kakaricho, id)).isTrue();
        assertThat(site.requests.acting(dairi, request(id)).orElseThrow().standsFor())
                .contains(new Approver.Holder(Role.APPROVER, Optional.of(Site.SOUMU)));
        assertThat(look(Duration.ofHours(47))).isEmpty();
        assertThat(look(Duration.ofHours(1))).containsExactly("request.lapse");
        assertThat(request(id).phase()).isEqualTo(Phase.LAPSED);
        assertThat(itemOf(id)).isEqualTo(State.RETURNED);
        assertThat(look(Duration.ofDays(100))).isEmpty();
    }

    @Test
    void whatNobodyDecidesStaysWhereItIsToStayAndDeputiesMayDecideOnIt() throws Exception {
        want(twoDays(Patience.End.STAYS), any("approver"), any("approver@情報 政策課"));
        RequestId id = ask(clerk);
        // Nobody looked for long: the deadline counts, not what was to come before it.
        assertThat(look(Duration.ofDays(30))).containsExactly("request.escalate");
        assertThat(look(Duration.ofDays(300))).isEmpty();
        approve(dairi, id);
        assertThat(site.requests.approvals(clerk, request(id)).getFirst().standsFor())
                .contains(new Approver.Holder(Role.APPROVER, Optional.of(Site.SOUMU)));
        // The next step has a time of its own, and deputies of its own once that is over.
        assertThat(look(Duration.ofHours(23))).isEmpty();
        assertThat(look(Duration.ofHours(1))).containsExactly("request.remind");
        assertThat(waitsFor(dairi, id)).isFalse();
        approve(jouhou, id);
        assertThat(look(Duration.ofDays(9))).isEmpty();
        assertThat(request(id).phase()).isEqualTo(Phase.APPROVED);
    }

    @Test
    void aReminderThatCouldNotBeWrittenIsWrittenAtTheNextLook() throws Exception {
        want(twoDays(Patience.End.STAYS), any("approver"));
        RequestId id = ask(clerk);
        site.now.updateAndGet(now -> now.plus(Duration.ofHours(25)));
        List<News> told = new ArrayList<>();
        Messenger broken = (change, news) -> {
            throw new IllegalStateException("the disk is full");
        };
        assertThatThrownBy(() -> new Deadlines(site.store, broken, site.now::get).look(Site.CITY))
                .isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < 3; i++) {
            new Deadlines(site.store, (change, news) -> told.add(news), site.now::get).look(Site.CITY);
        }
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().request().id()).isEqualTo(id);
    }

    @Test
    void aRequestWhoseItemHasChangedLapsesWhenItIsLookedAt() throws Exception {
        want(twoDays(Patience.End.STAYS), any("approver"));
        Item item = site.file(clerk, "a.txt", "text");
        RequestId id = site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "x");
        site.sanitizer.policy("policy-2");
        site.takeIn.unlock(clerk, item, List.of());
        assertThat(look(Duration.ofHours(24))).containsExactly("request.lapse");
        assertThat(request(id).phase()).isEqualTo(Phase.LAPSED);
    }

    /** The list is made by the database, the decision by the program: they are of one mind about everybody. */
    @Test
    void theListShowsExactlyThoseWhoseTurnItIs() throws Exception {
        Person officer = of("hokan", Role.QUARANTINE_OFFICER, Site.SOUMU);
        Person everywhere = site.person(Site.CITY, "everywhere", Role.APPROVER, Role.CLERK);
        Person deputyEverywhere = site.person(Site.CITY, "dairi2", Role.DEPUTY_APPROVER);
        List<Person> people = List.of(clerk, kakaricho, jouhou, dairi, officer, everywhere, deputyEverywhere);
        deputise(everywhere, everywhere, dairi, Duration.ofDays(9));
        deputise(kakaricho, kakaricho, jouhou, Duration.ofDays(9));
        List<RequestId> asked = new ArrayList<>();
        for (ChainStep[] steps : List.of(
                new ChainStep[] {any("whoever")},
                new ChainStep[] {any("approver"), all("person:everywhere", "quarantine-officer")},
                new ChainStep[] {all("approver", "whoever@情報 政策課", "deputy-approver"), any("person:jouhou")},
                new ChainStep[] {any("approver@", "person:dairi")})) {
            want(twoDays(Patience.End.STAYS), steps);
            asked.add(ask(clerk));
            asked.add(ask(everywhere));
        }
        int waiting = 0;
        for (int round = 0; round < 4; round++) {
            for (RequestId id : asked) {
                for (Person person : people) {
                    boolean turn = site.requests.acting(person, request(id)).isPresent();
                    assertThat(waitsFor(person, id))
                            .as(person.name() + " in round " + round + " of " + request(id))
                            .isEqualTo(turn);
                    waiting += turn ? 1 : 0;
                }
            }
            for (RequestId id : asked) {
                people.stream()
                        .filter(person -> waitsFor(person, id))
                        .findFirst()
                        .ifPresent(person -> approve(person, id));
            }
            look(Duration.ofHours(49));
        }
        assertThat(waiting).isGreaterThan(30);
    }
}
