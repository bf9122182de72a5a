package jp.kiyome.approval.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.chain.Span;
import jp.kiyome.approval.deputy.Deputation;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;

/** What holds for deputies and deadlines, whatever database they stand on. */
abstract class DeputiesContract extends ChainFixture {

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
        assertThat(site.deputies.name(jouhou, kakaricho.name(), dairi.name(), now, later, "急な入院"))
                .isEqualTo(Deputies.Answer.NOT_YOURS);
        assertThat(site.deputies.name(ofGroup, kakaricho.name(), dairi.name(), now, later, "急な入院"))
                .isEqualTo(Deputies.Answer.NOT_YOURS);
        assertThat(site.deputies.name(officer, kakaricho.name(), officer.name(), now, later, "急な入院"))
                .isEqualTo(Deputies.Answer.NOT_YOURS);
        for (String nobody : List.of("tanaka", "kakaricho", "nobody")) {
            assertThat(site.deputies.name(kakaricho, kakaricho.name(), new AccountName(nobody), now, later, "急な入院"))
                    .as(nobody)
                    .isEqualTo(Deputies.Answer.NOBODY);
        }
        for (Instant end : List.of(now, now.minusSeconds(1), now.plus(Duration.ofDays(367)))) {
            assertThat(site.deputies.name(kakaricho, kakaricho.name(), dairi.name(), now.minusSeconds(9), end, ""))
                    .isEqualTo(Deputies.Answer.NO_SPAN);
        }
        for (String reason : List.of("", " \n", "x".repeat(1001))) {
            assertThat(site.deputies.name(officer, kakaricho.name(), dairi.name(), now, later, reason))
                    .isEqualTo(Deputies.Answer.NO_REASON);
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
        assertThat(site.store.trail().read(Site.CITY, Site.TEST, 0, 1000))
                .anyMatch(record ->
                        record.action().equals("deputy.name") && record.detail().contains("急な入院"));
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
    void aDeadlineOfWorkdaysWaitsForTheOfficeToOpenAgain() throws Exception {
        // Friday, the last but one of the year; closed on a day of January besides.
        site.now.set(Instant.parse("2026-12-25T01:00:00Z"));
        Span span = new Span.OfficeDays(3, 1, Set.of(LocalDate.of(2027, 1, 5)));
        want(Optional.of(new Patience(span, Patience.End.LAPSES)), any("approver"));
        RequestId id = ask(clerk);
        assertThat(request(id).progress().chain().patience().orElseThrow().span())
                .isEqualTo(span);
        assertThat(lookAt("2027-01-03T23:59:59Z")).isEmpty();
        assertThat(lookAt("2027-01-04T00:00:00Z")).containsExactly("request.remind");
        assertThat(lookAt("2027-01-06T14:59:59Z")).isEmpty();
        assertThat(lookAt("2027-01-06T15:00:00Z")).containsExactly("request.escalate");
        // 11 January is a holiday.
        assertThat(lookAt("2027-01-13T14:59:59Z")).isEmpty();
        assertThat(lookAt("2027-01-13T15:00:00Z")).containsExactly("request.lapse");
    }

    private List<String> lookAt(String time) {
        return look(Duration.between(site.now.get(), Instant.parse(time)));
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
}
