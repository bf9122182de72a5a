package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.ApprovalRules;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.SenderIdentity;
import jp.kiyome.quarantine.item.SenderIdentity.Result;
import jp.kiyome.quarantine.item.State;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chains, deputies and senders as the pages show them, over HTTP. */
class ChainPagesTest extends OnSite {

    @AfterEach
    void usual() {
        site.rules.set(ApprovalRules.usual());
    }

    private static void twoSteps() {
        List<ChainStep> steps = List.of("approver", "person:kacho").stream()
                .map(one -> new ChainStep(
                        ChainStep.Need.ANY, List.of(Approver.read(one).orElseThrow())))
                .toList();
        site.rules.set(new ApprovalRules(List.of(new ApprovalRules.Row(
                Optional.empty(), Optional.of(Wanted.SANITIZED), new Chain(steps, Optional.empty())))));
    }

    private static int decide(Browser browser, RequestId id, String decision, String comment) {
        Document page = browser.page("/approvals/" + id);
        String seal = page.select("input[name=seal]").attr("value");
        return browser.post("/approvals/" + id + "/decision", "decision", decision, "seal", seal, "comment", comment)
                .statusCode();
    }

    @Test
    void aChainIsGoneThroughStepByStepAndShownToAllWhomItConcerns() throws Exception {
        Person first = site.person(Site.CITY, "kakaricho", List.of(new Grant(Role.APPROVER, Site.SOUMU)));
        Person last = site.person(Site.CITY, "kacho", List.of(new Grant(Role.APPROVER, new Group("財政課"))));
        twoSteps();
        Item item = site.inState(clerk, State.HELD);
        RequestId id = site.requests.ask(clerk, item.id(), Wanted.SANITIZED, "x");
        Browser deciding = browser(first);
        Browser later = browser(last);
        assertThat(later.get("/approvals/" + id).statusCode()).isEqualTo(404);
        assertThat(deciding.page("/approvals").select("tbody").text()).contains("1/2");
        assertThat(decide(deciding, id, "APPROVE", "よし")).isEqualTo(302);
        assertThat(site.state(item)).isEqualTo(State.REQUESTED);
        Document seen = deciding.page("/approvals/" + id);
        assertThat(seen.select("form[action$=/decision]")).isEmpty();
        assertThat(seen.text()).contains("今はあなたが判断する番ではありません");
        assertThat(deciding.page("/approvals").select("a[href=/approvals/" + id + "]"))
                .hasSize(1);
        assertThat(deciding.post("/approvals/" + id + "/decision", "decision", "APPROVE", "seal", "x")
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser(clerk).page("/requests/" + id).select(".chain > li").eachText())
                .containsExactly("1段階目 済み 承認者 (総務課): 承認 kakaricho 令和8年11月20日 10時00分 よし", "2段階目 判断待ち kacho");
        assertThat(decide(later, id, "DENY", "だめ")).isEqualTo(302);
        assertThat(browser(clerk).page("/requests/" + id).select(".chain > li").text())
                .contains("2段階目 終了 kacho: 却下 kacho");
        assertThat(site.state(item)).isEqualTo(State.DENIED);
    }

    @Test
    void aDeputyIsNamedOnThePageActsAndIsShownToActForSomebody() throws Exception {
        Person away = site.person(Site.CITY, "away", Role.APPROVER);
        Person deputy = site.person(Site.CITY, "dairi", Role.DEPUTY_APPROVER);
        Browser own = browser(away);
        assertThat(own.page("/deputies").select("#approver")).isEmpty();
        assertThat(own.post("/deputies", "deputy", "dairi", "from", "2026-11-20", "until", "2026-11-19")
                        .statusCode())
                .isEqualTo(422);
        assertThat(own.post(
                                "/deputies",
                                "approver",
                                "yamada",
                                "deputy",
                                "dairi",
                                "from",
                                "2026-11-20",
                                "until",
                                "2026-11-21")
                        .statusCode())
                .isEqualTo(422);
        Item item = site.inState(clerk, State.HELD);
        RequestId id = site.requests.ask(clerk, item.id(), Wanted.SANITIZED, "x");
        Browser acting = browser(deputy);
        assertThat(acting.get("/approvals/" + id).statusCode()).isEqualTo(404);
        assertThat(own.post("/deputies", "deputy", "dairi", "from", "2026-11-20", "until", "2026-11-21")
                        .statusCode())
                .isEqualTo(302);
        assertThat(acting.page("/deputies").select("tbody").text())
                .isEqualTo("away dairi 令和8年11月20日 0時00分 令和8年11月22日 0時00分 away");
        assertThat(acting.page("/approvals/" + id).select(".note").text()).contains("away の代理として判断します");
        assertThat(decide(acting, id, "APPROVE", "")).isEqualTo(302);
        assertThat(browser(clerk).page("/requests/" + id).select(".chain").text())
                .contains("承認 dairi")
                .contains("away の代理");
        assertThat(site.state(item)).isEqualTo(State.APPROVED);
        String deputation =
                own.page("/deputies").select("button[name=deputation]").attr("value");
        acting.page("/deputies");
        acting.post("/deputies/end", "deputation", deputation);
        assertThat(own.page("/deputies").select("tbody tr")).hasSize(1);
        own.post("/deputies/end", "deputation", deputation);
        assertThat(own.page("/deputies").select("tbody tr")).isEmpty();
        Browser officer = browser(chief);
        assertThat(officer.page("/deputies").select("#approver")).hasSize(1);
        for (String reason : List.of(" ", "急な入院")) {
            officer.page("/deputies");
            HttpResponse<byte[]> answer = officer.post(
                    "/deputies",
                    "approver",
                    "away",
                    "deputy",
                    "dairi",
                    "from",
                    "2026-11-20",
                    "until",
                    "2026-11-21",
                    "reason",
                    reason);
            assertThat(answer.statusCode()).isEqualTo(reason.isBlank() ? 422 : 302);
            assertThat(own.page("/deputies").select("tbody tr")).hasSize(reason.isBlank() ? 0 : 1);
        }
        own.page("/deputies");
        own.post(
                "/deputies/end",
                "deputation",
                own.page("/deputies").select("button[name=deputation]").attr("value"));
    }

    private static Item mailFrom(Optional<SenderIdentity> sender) throws Exception {
        Item item = site.mail(clerk, Untrusted.of("t"), Untrusted.of("a@b.example.invalid"), "text", sender);
        site.takeIn.unlock(clerk, item, List.of());
        return site.store.items().move(Site.CITY, Site.TEST, item.id(), State.HELD, "test");
    }

    private static SenderIdentity sender(Result spf, Result dkim, Result dmarc, String from) {
        return new SenderIdentity(
                spf,
                Untrusted.of("spf.example"),
                dkim,
                Untrusted.of("dkim.example"),
                dmarc,
                Untrusted.of(from),
                SenderIdentity.Wish.REJECT,
                Untrusted.nothing());
    }

    private static Document approval(Optional<SenderIdentity> sender) throws Exception {
        RequestId id = site.requests.ask(clerk, mailFrom(sender).id(), Wanted.SANITIZED, "x");
        return browser(chief).page("/approvals/" + id);
    }

    @Test
    void whoAMailIsFromStandsOnTheApprovalWithAWarningWhereItFailed() throws Exception {
        Document failed = approval(Optional.of(sender(Result.FAIL, Result.NONE, Result.FAIL, "city.example\u202e<b>")));
        assertThat(failed.select("p.warning").text())
                .contains("city.example\\u{202e}<b> は確かめられませんでした。なりすましのおそれ")
                .contains("受け取らないよう求めています");
        assertThat(failed.select("dd").eachText()).contains("失敗 spf.example", "なし dkim.example");
        Document passed = approval(Optional.of(sender(Result.PASS, Result.PASS, Result.PASS, "city.example")));
        assertThat(passed.select("p.warning")).isEmpty();
        assertThat(passed.text()).contains("city.example は確かめられました").doesNotContain("求めています");
        Document doubtful = approval(Optional.of(sender(Result.SOFTFAIL, Result.NONE, Result.NONE, "city.example")));
        assertThat(doubtful.select("p.warning").text()).contains("DMARC");
        Document silent = approval(Optional.of(sender(Result.PASS, Result.NONE, Result.NONE, "city.example")));
        assertThat(silent.select("p.warning")).isEmpty();
        assertThat(approval(Optional.empty()).text()).contains("差出人は確かめていません");
    }
}
