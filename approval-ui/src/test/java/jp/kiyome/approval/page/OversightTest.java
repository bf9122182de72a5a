package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What officers and auditors do, over HTTP. */
class OversightTest extends OnSite {

    private static boolean finds(Browser browser, String query, Item item) {
        return !browser.page("/held" + query)
                .select("a[href=/held/" + item.id() + "]")
                .isEmpty();
    }

    @Test
    void itemsAreFoundByWhatIsAskedAndSearchesAreKept() throws Exception {
        Item mail = heldMail(clerk, Untrusted.of("予算の資料"));
        Browser officer = browser(chief);
        for (String query : List.of(
                "",
                "?text=%E4%BA%88%E7%AE%97",
                "?state=HELD&kind=MAIL&type=txt&finding=macro.vba",
                "?address=b.example.invalid&from=2026-11-01&until=2030-01-01",
                "?state=nonsense&from=nonsense")) {
            assertThat(finds(officer, query, mail)).as(query).isTrue();
        }
        for (String query :
                List.of("?text=nothing", "?state=BLOCKED", "?kind=FILE", "?until=2026-11-01", "?type=pdf")) {
            assertThat(finds(officer, query, mail)).as(query).isFalse();
        }
        officer.post("/held/searches", "name", "<b>予算", "text", "予算", "state", "HELD");
        Document page = officer.page("/held");
        String kept = page.select("ul.saved a").attr("href");
        assertThat(page.select("ul.saved a").text()).isEqualTo("<b>予算");
        assertThat(finds(officer, kept.replace("/held", ""), mail)).isTrue();
        assertThat(browser(site.person(Site.CITY, "other", Role.QUARANTINE_OFFICER))
                        .page("/held")
                        .select("ul.saved"))
                .isEmpty();
        officer.page("/held");
        assertThat(officer.post("/held/searches", "name", " ", "text", "x").statusCode())
                .isEqualTo(422);
        officer.post("/held/searches/forget", "name", "<b>予算");
        assertThat(officer.page("/held").select("ul.saved")).isEmpty();
    }

    @Test
    void anOfficerOfAGroupFindsItsItemsAlone() throws Exception {
        Item held = site.file(clerk, "総務.txt", "blocked");
        Person tax = site.person(Site.CITY, "zeimu", List.of(new Grant(Role.QUARANTINE_OFFICER, new Group("税務課"))));
        Person soumu = site.person(Site.CITY, "soumu", List.of(new Grant(Role.QUARANTINE_OFFICER, Site.SOUMU)));
        assertThat(finds(browser(tax), "", held)).isFalse();
        assertThat(finds(browser(soumu), "", held)).isTrue();
    }

    /** Behind a page of a hundred there is a next one. */
    @Test
    void nothingIsBehindTheLastPage() throws Exception {
        Person many = site.person(Site.TOWN, "many", Role.values());
        for (int i = 0; i < 103; i++) {
            site.file(many, "many-" + i + ".txt", "blocked");
        }
        Browser officer = browser(many);
        Document first = officer.page("/held?type=txt&text=many-");
        assertThat(first.select("tbody tr")).hasSize(100);
        String next = first.select("a[href*=after]").attr("href");
        assertThat(officer.page(next).select("tbody tr")).hasSize(3);
    }

    @Test
    void whatWasBuiltIsShownAsTextAndTheTrailSaysWhoLooked() throws Exception {
        Item file = site.file(clerk, "a.txt", "こんにちは <script>alert(1)</script> \u202e");
        site.store.items().move(Site.CITY, Site.TEST, file.id(), State.HELD, "test");
        Document page = browser(chief).page("/held/" + file.id() + "/preview");
        assertThat(page.select("pre").text())
                .contains("clean こんにちは <script>alert(1)</script>")
                .doesNotContain("\u202e");
        assertThat(site.store.trail().notes(Site.CITY, file.id()))
                .anyMatch(note ->
                        note.who().equals("person:yamada") && note.detail().contains("preview"));
        String written =
                "Content-Type: text/plain;\r\n charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\nplain words\r\n";
        Item mail = site.delivered(clerk, written, Map.of("x", Optional.of("x".getBytes(StandardCharsets.UTF_8))));
        assertThat(browser(chief)
                        .page("/held/" + mail.id() + "/preview")
                        .select("pre")
                        .text())
                .isEqualTo("plain words");
    }

    @Test
    void anOfficerLetsGoWhatWasBuiltForOthersAndNeverForThemselves() throws Exception {
        Item mail = heldMail(clerk, Untrusted.of("渡すもの"));
        Browser officer = browser(chief);
        officer.page("/held/" + mail.id());
        assertThat(officer.post("/held/" + mail.id() + "/release", "reason", " ")
                        .statusCode())
                .isEqualTo(422);
        officer.page("/held/" + mail.id());
        assertThat(officer.post("/held/" + mail.id() + "/release", "reason", "確認済み")
                        .statusCode())
                .isEqualTo(302);
        assertThat(Browser.text(browser(clerk).get("/items/" + mail.id() + "/cleaned")))
                .isEqualTo("clean mail text");
        assertThat(site.store.trail().notes(Site.CITY, mail.id()))
                .anyMatch(note ->
                        note.action().equals("item.release") && note.detail().contains("確認済み"));
        Item own = heldMail(chief, Untrusted.of("自分宛て"));
        assertThat(officer.page("/held/" + own.id()).select("form[action$=/release]"))
                .isEmpty();
        assertThat(officer.post("/held/" + own.id() + "/release", "reason", "x").statusCode())
                .isEqualTo(403);
        assertThat(site.state(own)).isEqualTo(State.HELD);
        Item built = site.inState(clerk, State.BLOCKED);
        site.store.items().move(Site.CITY, Site.TEST, built.id(), State.HELD, "test");
        officer.page("/held/" + built.id());
        assertThat(officer.post("/held/" + built.id() + "/release", "reason", "x")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsErasedIsGoneAndTheTrailSaysWhy() throws Exception {
        Item item = site.inState(clerk, State.BLOCKED);
        Browser officer = browser(chief);
        officer.page("/held/" + item.id());
        assertThat(officer.post("/held/" + item.id() + "/erase", "reason", "誤送信")
                        .statusCode())
                .isEqualTo(302);
        assertThat(site.state(item)).isEqualTo(State.ERASED);
        assertThat(site.store.trail().events(Site.CITY, item.id()).getLast().why())
                .isEqualTo("誤送信");
        assertThat(officer.page("/held/" + item.id()).text()).contains("消去済み");
    }

    @Test
    void aMonthIsCountedForTheGroupsThatSomebodyOversees() throws Exception {
        Person town = site.person(Site.TOWN, "figures", Role.values());
        Instant before = site.now.getAndSet(Instant.parse("2026-09-30T15:00:00Z"));
        site.file(town, "a.txt", "text");
        site.file(town, "b.txt", "blocked");
        site.now.set(Instant.parse("2026-09-30T14:59:59Z"));
        site.file(town, "c.txt", "text");
        site.now.set(before);
        Browser officer = browser(town);
        Document october = officer.page("/report?month=2026-10");
        assertThat(october.expectFirst("table").select("tbody tr").eachText())
                .containsExactlyInAnyOrder("ファイル 無害化済み 1", "ファイル 遮断 1");
        assertThat(october.select("table").get(1).select("tbody").text()).startsWith("txt 6");
        assertThat(officer.page("/report?month=2026-09")
                        .expectFirst("table")
                        .select("tbody tr")
                        .eachText())
                .containsExactly("ファイル 無害化済み 1");
        assertThat(officer.page("/report?month=2026-08").select(".empty")).hasSize(1);
        String csv = Browser.text(officer.get("/report/csv?month=2026-10"));
        assertThat(csv).startsWith("\uFEFF\"outcomes\",\"ファイル\",");
        HttpResponse<byte[]> paper = officer.get("/report/pdf?month=2026-10");
        assertThat(new String(paper.body(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.7\n")
                .contains("/Lang(ja)", "<FEFF" + utf16("月次報告 令和8年10月(2026-10)") + ">", utf16("遮断"));
        assertThat(paper.headers().firstValue("Content-Disposition").orElse("")).contains("kiyome-2026-10.pdf");
        Person tax = site.person(Site.TOWN, "zeimu", List.of(new Grant(Role.QUARANTINE_OFFICER, new Group("税務課"))));
        assertThat(browser(tax).page("/report?month=2026-10").select("table")).isEmpty();
        assertThat(browser(chief).page("/report?month=2026-10").select("table")).isEmpty();
    }

    private static String utf16(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void theTrailIsSearchedCheckedAndTakenOut() throws Exception {
        Item mail = heldMail(clerk, Untrusted.of("監査"));
        Browser auditor = browser(site.person(Site.CITY, "kansa", Role.AUDITOR));
        Document page = auditor.page("/trail?subject=" + mail.id() + "&action=item.state&who=test");
        assertThat(page.select("tbody tr")).isNotEmpty();
        assertThat(page.select("tbody td:nth-child(5)").eachText()).containsOnly("" + mail.id());
        assertThat(auditor.page("/trail?who=nobody").select("tbody tr")).isEmpty();
        assertThat(auditor.page("/trail?from=2030-01-01").select("tbody tr")).isEmpty();
        HttpResponse<byte[]> checked = auditor.post("/trail/check");
        assertThat(Browser.text(checked)).contains("書かれたときのままです").contains("midori-city ");
        HttpResponse<byte[]> all = auditor.get("/trail/export");
        assertThat(all.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        List<String> lines = Browser.text(all).lines().toList();
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines.getFirst()).startsWith("{\"organisation\":\"midori-city\",\"number\":1,");
        assertThat(lines).allMatch(line -> line.contains("\"organisation\":\"midori-city\""));
        assertThat(lines.getLast()).contains("audit.export");
    }
}
