package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs and policies over HTTP, without a script. */
class GoverningTest extends OnSite {

    @AfterEach
    void asBefore() {
        site.sanitizer.policy("policy-1");
        site.policies.withoutFiles();
    }

    /** Looks again, as somebody does by the link of the page, until it is over. */
    private static Document over(Browser browser, String path) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Document page = browser.page(path);
            if (page.getElementById("live") == null) {
                return page;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("it never ends: " + path);
    }

    private static String begun(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(Browser.text(answer)).isEqualTo(302);
        return Browser.location(answer);
    }

    @Test
    void whatASearchFindsIsTriedThenDone() throws Exception {
        Item mail = heldMail(clerk, Untrusted.of("再処理するもの"));
        Item file = site.file(clerk, "再処理.txt", "changing blocked");
        Browser officer = browser(chief);
        site.sanitizer.policy("policy-2");
        Document found = officer.page("/held?text=%E5%86%8D%E5%87%A6%E7%90%86");
        assertThat(found.select("form[action=/jobs] input[name=text]").attr("value"))
                .isEqualTo("再処理");
        String path = begun(officer.post("/jobs", "text", "再処理", "group", ""));
        Document tried = over(officer, path);
        assertThat(tried.select(".result").text()).contains("完了");
        assertThat(tried.text())
                .contains("件名・名前・アドレス: 再処理")
                .contains("試し(何も変えません)")
                .contains("2件中2件");
        assertThat(officer.post(path + "/perform").statusCode()).isEqualTo(400);
        String done = begun(officer.post(path + "/perform", "confirmed", "yes"));
        assertThat(done).isNotEqualTo(path);
        assertThat(over(officer, done).text()).contains("本番").contains("同じ");
        for (Item item : new Item[] {mail, file}) {
            assertThat(site.store.trail().notes(Site.CITY, item.id()))
                    .anyMatch(note -> note.action().equals("item.reprocessed"));
        }
        assertThat(officer.page("/jobs").select("a[href=" + done + "]")).hasSize(1);
    }

    @Test
    void whoGovernsSeesOfItemsInATrialNoName() throws Exception {
        Item item = site.file(clerk, "秘密の名前.txt", "changing");
        Person governor = site.person(Site.CITY, "kimura", Role.POLICY_ADMINISTRATOR);
        Browser browser = browser(governor);
        browser.page("/policy");
        String path = begun(browser.post("/policy/trials", "text", "version: 1\ntypes: {pdf: block}\n"));
        Document page = over(browser, path);
        assertThat(page.text()).contains("遮断になる").contains(item.id().toString()).doesNotContain("秘密の名前");
        assertThat(site.state(item)).isEqualTo(State.REBUILT);
        assertThat(browser.get("/held").statusCode()).isEqualTo(403);
        assertThat(browser(chief).get(path.replace("/policy/trials", "/jobs")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPolicyIsCheckedAppliedAndTakenBack() throws Exception {
        Person governor = site.person(Site.TOWN, "kimura", Role.POLICY_ADMINISTRATOR);
        Browser browser = browser(governor);
        browser.page("/policy");
        HttpResponse<byte[]> wrong = browser.post("/policy/check", "text", "version: 1\r\ntypes: {pfd: block}\r\n");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(browser.post("/policy/trials", "text", "version: 1\ntypes: {pfd: block}\n")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                "/policy/apply",
                                "text",
                                "version: 1\ntypes: {pfd: block}\n",
                                "comment",
                                "x",
                                "seen",
                                "0")
                        .statusCode())
                .isEqualTo(422);
        assertThat(Browser.text(wrong)).contains("2行9文字目").contains("version: 1\ntypes: {pfd: block}");
        HttpResponse<byte[]> right = browser.post("/policy/check", "text", "version: 1\ntypes: {pdf: block}\n");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(Browser.text(right)).contains("types pdf").contains("使えます");
        assertThat(browser.page("/policy").text()).contains("まだありません");
        begun(browser.post(
                "/policy/apply", "text", "version: 1\ntypes: {pdf: block}\n", "comment", "<b>理由", "seen", "0"));
        Document page = browser.page("/policy");
        assertThat(page.text()).contains("第1版").contains("<b>理由").contains("この画面の第1版");
        assertThat(browser.post("/policy/apply", "text", "version: 1\n", "comment", "x", "seen", "0")
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser.post("/policy/apply", "text", "version: 1\n", "comment", " ", "seen", "1")
                        .statusCode())
                .isEqualTo(422);
        browser.page("/policy");
        begun(browser.post("/policy/apply", "text", "version: 1\n", "comment", "二", "seen", "1"));
        browser.page("/policy");
        begun(browser.post("/policy/restore", "number", "1", "comment", "戻す", "seen", "2"));
        Document history = browser.page("/policy");
        assertThat(history.text()).contains("第3版").contains("(第1版に戻した)");
        assertThat(history.select("textarea").text()).contains("pdf: block");
        assertThat(browser.page("/policy?version=2").select("textarea").text()).doesNotContain("pdf");
        Browser auditor = browser(site.person(Site.TOWN, "kansa", Role.AUDITOR));
        assertThat(auditor.page("/trail?action=policy").select("tbody tr")).hasSize(3);
    }

    @Test
    void whatTheFilesDoNotLetAnyMoreIsSaidAloud() throws Exception {
        Person governor = site.person(Site.CITY, "fallen", Role.POLICY_ADMINISTRATOR);
        Browser browser = browser(governor);
        browser.page("/policy");
        String seen = browser.page("/policy").select("input[name=seen]").attr("value");
        begun(browser.post("/policy/apply", "text", "version: 1\ntypes: {pdf: block}\n", "comment", "x", "seen", seen));
        site.policies.file("system.yaml", "version: 1\n");
        assertThat(browser.page("/policy").select("[role=alert]").text()).contains("許していません");
    }
}
