package jp.kiyome.approval.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {

    @TempDir
    Path folder;

    Site site;
    Person clerk;
    Person chief;

    @BeforeEach
    void open() throws Exception {
        site = Site.in(folder);
        clerk = site.person(Site.CITY, "tanaka", Role.CLERK, Role.ORIGINAL_RECEIVER);
        chief = site.person(Site.CITY, "yamada", Role.APPROVER);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private static void assertNo(No.Why why, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(No.class, no -> assertThat(no.why()).isEqualTo(why));
    }

    private String seal(RequestId id) {
        return site.requests.find(clerk, id).orElseThrow().bond().seal();
    }

    private Phase phase(RequestId id) {
        return site.requests.find(clerk, id).orElseThrow().phase();
    }

    /** Processed anew under another policy, the item is another answer to another question. */
    @Test
    void anApprovalLapsesWhenThePolicyOrTheOutputChanges() throws Exception {
        Item item = site.file(clerk, "a.txt", "text");
        RequestId waiting = site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "x");
        String seal = seal(waiting);
        site.requests.decide(chief, waiting, Decision.APPROVE, seal, "");
        Person second = site.person(Site.CITY, "yoko", Role.CLERK);
        assertNo(No.Why.NOTHING_THERE, () -> site.requests.insistApproved(second, waiting, Wanted.ORIGINAL));
        assertThat(site.requests.insistApproved(clerk, waiting, Wanted.ORIGINAL).id())
                .isEqualTo(waiting);
        site.sanitizer.policy("policy-2");
        site.takeIn.unlock(clerk, item, List.of());
        assertNo(No.Why.LAPSED, () -> site.requests.insistApproved(clerk, waiting, Wanted.ORIGINAL));
        assertThat(phase(waiting)).isEqualTo(Phase.LAPSED);
    }

    @Test
    void whatWasNotShownIsNotApproved() throws Exception {
        Item item = site.file(clerk, "a.txt", "text");
        RequestId id = site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "x");
        String seal = seal(id);
        assertNo(No.Why.LAPSED, () -> site.requests.decide(chief, id, Decision.APPROVE, seal + "0", ""));
        assertThat(phase(id)).isEqualTo(Phase.OPEN);
        site.sanitizer.policy("policy-2");
        site.takeIn.unlock(clerk, item, List.of());
        assertNo(No.Why.LAPSED, () -> site.requests.decide(chief, id, Decision.APPROVE, seal, ""));
        assertThat(phase(id)).isEqualTo(Phase.LAPSED);
    }

    @Test
    void nobodyDecidesOnTheirOwnAndNobodyOutsideTheirGroup() throws Exception {
        Person both = site.person(Site.CITY, "both", Role.CLERK, Role.APPROVER);
        Item item = site.inState(both, State.HELD);
        RequestId id = site.requests.ask(both, item.id(), Wanted.SANITIZED, "x");
        String seal = site.requests.find(both, id).orElseThrow().bond().seal();
        assertNo(No.Why.OWN_REQUEST, () -> site.requests.decide(both, id, Decision.APPROVE, seal, ""));
        assertNo(No.Why.NOT_ALLOWED, () -> site.requests.decide(clerk, id, Decision.APPROVE, seal, ""));
        Person elsewhere = site.person(Site.CITY, "kanri", List.of(new Grant(Role.APPROVER, new Group("税務課"))));
        assertNo(No.Why.NOTHING_THERE, () -> site.requests.decide(elsewhere, id, Decision.APPROVE, seal, ""));
        assertThat(site.requests.queue(elsewhere, QueueFilter.all())).isEmpty();
        assertThat(site.requests.queue(both, QueueFilter.all())).isEmpty();
        assertThat(site.requests.queue(chief, QueueFilter.all())).hasSize(1);
        Person stranger = site.person(Site.TOWN, "yamada", Role.values());
        assertNo(No.Why.NOTHING_THERE, () -> site.requests.decide(stranger, id, Decision.APPROVE, seal, ""));
    }

    @Test
    void decisionsAreMadeOnceAndSayWhy() throws Exception {
        Item item = site.inState(clerk, State.BLOCKED);
        RequestId id = site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "x");
        assertThat(site.state(item)).isEqualTo(State.REQUESTED);
        assertNo(No.Why.ASKED_ALREADY, () -> site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "x"));
        assertNo(No.Why.NO_REASON, () -> site.requests.decide(chief, id, Decision.DENY, seal(id), " "));
        site.requests.decide(chief, id, Decision.DENY, seal(id), "危険");
        assertThat(site.state(item)).isEqualTo(State.DENIED);
        assertNo(No.Why.WRONG_STATE, () -> site.requests.decide(chief, id, Decision.APPROVE, seal(id), ""));
        assertNo(No.Why.WRONG_STATE, () -> site.requests.insistApproved(clerk, id, Wanted.ORIGINAL));
        RequestId again = site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "y");
        site.requests.decide(chief, again, Decision.RETURN, seal(again), "理由を詳しく");
        assertThat(site.state(item)).isEqualTo(State.RETURNED);
    }

    @Test
    void originalsAreForThoseAloneWhoMayHaveThem() throws Exception {
        Person plain = site.person(Site.CITY, "plain", Role.CLERK);
        Item item = site.inState(plain, State.BLOCKED);
        assertNo(No.Why.NOT_ALLOWED, () -> site.requests.ask(plain, item.id(), Wanted.ORIGINAL, "x"));
        assertNo(No.Why.WRONG_STATE, () -> site.requests.ask(plain, item.id(), Wanted.SANITIZED, "x"));
        assertNo(No.Why.NOTHING_THERE, () -> site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "x"));
        Item held = site.inState(clerk, State.HELD);
        RequestId id = site.requests.ask(clerk, held.id(), Wanted.SANITIZED, "x");
        site.requests.decide(chief, id, Decision.APPROVE, seal(id), "");
        assertNo(No.Why.WRONG_STATE, () -> site.requests.insistApproved(clerk, id, Wanted.ORIGINAL));
    }
}
