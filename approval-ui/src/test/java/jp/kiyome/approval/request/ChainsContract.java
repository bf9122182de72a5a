package jp.kiyome.approval.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.approval.account.WebTables;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;

/** What holds for chains of approvals, whatever database they stand on. */
abstract class ChainsContract extends ChainFixture {

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

    /** As it must be once the migration has done its work on a request that is older than chains. */
    final void waitsForWhoeverMayDecide(RequestId id) throws Exception {
        assertThat(waitsFor(kakaricho, id)).isTrue();
        assertThat(waitsFor(jouhou, id)).isFalse();
        approve(kakaricho, id);
        assertThat(site.requests.find(clerk, id).orElseThrow().phase()).isEqualTo(Phase.APPROVED);
        assertThat(site.requests.queue(site.person(Site.TOWN, "kakaricho"), QueueFilter.all()))
                .isEmpty();
    }

    static String migration(String database) throws IOException {
        String name = "/" + WebTables.TABLES.migrations() + "/" + database + "/V32__one_step_for_each.sql";
        try (InputStream in = Objects.requireNonNull(ChainsContract.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
