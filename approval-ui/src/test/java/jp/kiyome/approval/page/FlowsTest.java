package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.PaperSanitizer;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.State;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Each flow from end to end over HTTP, as a browser without scripts goes it. */
class FlowsTest extends OnSite {

    @Test
    void aFileIsTakenInToldOfAndFetched() {
        Browser browser = browser(clerk);
        browser.page("/files");
        HttpResponse<byte[]> sent = browser.upload("/files", "報告書.txt", "hello");
        assertThat(sent.statusCode()).isEqualTo(302);
        Document page = browser.page(Browser.location(sent));
        assertThat(page.select("h1").text()).isEqualTo("報告書.txt");
        assertThat(page.select(".result").text()).contains("無害化済み");
        assertThat(page.select(".findings").text()).contains("取り除いた");
        assertThat(page.select(".tree .tree .tree details").text()).contains("macro.vba");
        HttpResponse<byte[]> fetched = browser.get(Browser.location(sent) + "/cleaned");
        assertThat(Browser.text(fetched)).isEqualTo("clean hello");
        assertThat(fetched.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E5%A0%B1%E5%91%8A%E6%9B%B8.txt");
        assertThat(fetched.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        assertThat(browser.page(Browser.location(sent)).select(".result").text())
                .contains("引き渡し済み");
    }

    @Test
    void aLockedFileIsOpenedWithItsPassword() {
        Browser browser = browser(clerk);
        browser.page("/files");
        String item = Browser.location(browser.upload("/files", "秘密.txt", "sealed"));
        assertThat(browser.page(item).select(".result").text()).contains("パスワードが必要");
        browser.post(item + "/password", "password", "wrong");
        assertThat(browser.page(item).select(".result").text()).contains("パスワードが必要");
        browser.post(item + "/password", "password", PaperSanitizer.PASSWORD);
        assertThat(browser.page(item).select(".result").text()).contains("無害化済み");
    }

    @Test
    void aHeldMailIsAskedForApprovedAndFetched() throws Exception {
        Item mail = heldMail();
        Browser asking = browser(clerk);
        assertThat(asking.page("/mails").select("table").text()).contains("お知らせ");
        String item = "/items/" + mail.id();
        asking.page(item);
        HttpResponse<byte[]> asked = asking.post(item + "/requests", "wanted", "SANITIZED", "reason", "会議の資料のため");
        String request = Browser.location(asked);
        assertThat(site.state(mail)).isEqualTo(State.REQUESTED);
        assertThat(asking.get(request + "/cleaned").statusCode()).isEqualTo(409);
        String id = request.substring(request.lastIndexOf('/') + 1);
        Browser deciding = browser(chief);
        assertThat(deciding.page("/approvals").select("table").text()).contains("お知らせ");
        Document page = deciding.page("/approvals/" + id);
        assertThat(page.select("dd.words").text()).contains("会議の資料のため");
        String seal = page.select("input[name=seal]").attr("value");
        assertThat(deciding.post("/approvals/" + id + "/decision", "decision", "APPROVE", "seal", seal)
                        .statusCode())
                .isEqualTo(302);
        assertThat(site.state(mail)).isEqualTo(State.APPROVED);
        assertThat(Browser.text(asking.get(request + "/cleaned"))).isEqualTo("clean mail text");
        assertThat(site.state(mail)).isEqualTo(State.DELIVERED);
        assertThat(site.store.trail().read(Site.CITY, Site.TEST, 0, 1000))
                .filteredOn(record -> record.subject().equals(mail.id().toString()))
                .extracting(record -> record.who() + " " + record.action())
                .contains("person:tanaka request.ask", "person:yamada request.approve", "person:tanaka blob.read");
    }

    private static Item heldMail() throws Exception {
        return heldMail(clerk, Untrusted.of("=?UTF-8?B?44GK55+l44KJ44Gb?="));
    }

    /** Between being rebuilt and being held it is nobody's. */
    @Test
    void aMailIsFreeOnceItWasDelivered() throws Exception {
        Item mail = site.mail(clerk, Untrusted.of("news"), Untrusted.of("a@b.example.invalid"), "mail text");
        Item rebuilt = site.takeIn.unlock(clerk, mail, List.of());
        Browser browser = browser(clerk);
        String path = "/items/" + mail.id() + "/cleaned";
        assertThat(rebuilt.state()).isEqualTo(State.REBUILT);
        assertThat(browser.get(path).statusCode()).isEqualTo(409);
        site.store.items().move(Site.CITY, Site.TEST, mail.id(), State.DELIVERED, "");
        assertThat(Browser.text(browser.get(path))).isEqualTo("clean mail text");
    }

    /** As the message handler writes mails; one file is not what the report says it is. */
    private static final String REBUILT = """
            From: a@b.example.invalid
            Content-Type: multipart/mixed;
             boundary="kiyome_1"

            --kiyome_1
            Content-Type: text/plain;
             charset=utf-8

            Content-Transfer-Encoding: base64

            bm90IGE=
            --kiyome_1
            Content-Type: image/png;
             name="p.png"
            Content-Transfer-Encoding: base64

            cGljdHVyZQ==
            --kiyome_1
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            b3RoZXI=
            --kiyome_1--
            """.replace("\n", "\r\n");

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAttachmentIsFetchedByItselfAndIsWhatTheReportNames() throws Exception {
        Map<String, Optional<byte[]>> attached = new LinkedHashMap<>();
        attached.put("p.png", bytes("picture"));
        attached.put("lost.png", bytes("not there"));
        attached.put("sealed.zip", Optional.empty());
        Item mail = site.delivered(clerk, REBUILT, attached);
        Browser browser = browser(clerk);
        String path = "/items/" + mail.id();
        Document page = browser.page(path);
        assertThat(page.select("a[href^=" + path + "/attached/]").eachText()).containsExactly("p.png", "lost.png");
        HttpResponse<byte[]> fetched = browser.get(path + "/attached/1.1");
        assertThat(Browser.text(fetched)).isEqualTo("picture");
        assertThat(fetched.headers().firstValue("Content-Disposition").orElse(""))
                .contains("p.png");
        assertThat(fetched.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        for (String part : List.of("1.2", "1.3", "1", "2")) {
            assertThat(browser.get(path + "/attached/" + part).statusCode())
                    .as(part)
                    .isEqualTo(422);
        }
        assertThat(site.store.trail().notes(Site.CITY, mail.id()))
                .anyMatch(note ->
                        note.action().equals("blob.read") && note.detail().contains("attachment 1.1"));
    }

    @Test
    void aLockedFileOfAMailIsOpenedWithAPasswordThatIsTyped() throws Exception {
        Item mail = site.delivered(clerk, REBUILT, Map.of("sealed.zip", Optional.empty()));
        Browser browser = browser(clerk);
        String path = "/items/" + mail.id();
        assertThat(browser.page(path).select("form[action$=/mail-password]")).hasSize(1);
        HttpResponse<byte[]> wrong = browser.post(path + "/mail-password", "password", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.text(wrong)).contains("このパスワードでは開けません");
        HttpResponse<byte[]> opened = browser.post(path + "/mail-password", "password", PaperSanitizer.PASSWORD);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(Browser.text(opened)).contains("まもなく別のメールで届きます");
        Item plain = site.delivered(clerk, REBUILT, Map.of("p.png", bytes("picture")));
        assertThat(browser.page("/items/" + plain.id()).select("form[action$=/mail-password]"))
                .isEmpty();
        assertThat(browser.post("/items/" + plain.id() + "/mail-password", "password", "x")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void severalRequestsAreDecidedOnAtOnceEachForItself() throws Exception {
        Item held = heldMail();
        Item blocked = site.file(clerk, "b.txt", "blocked");
        String first = "" + site.requests.ask(clerk, held.id(), Wanted.SANITIZED, "x");
        String original = "" + site.requests.ask(clerk, blocked.id(), Wanted.ORIGINAL, "x");
        Browser deciding = browser(chief);
        Document queue = deciding.page("/approvals");
        List<String> choices = queue.select("input[name=chosen]").eachAttr("value").stream()
                .filter(one -> one.startsWith(first) || one.startsWith(original))
                .toList();
        assertThat(choices).hasSize(2);
        assertThat(deciding.post("/approvals/decisions", "decision", "APPROVE").statusCode())
                .isEqualTo(422);
        HttpResponse<byte[]> done = deciding.post(
                "/approvals/decisions",
                "decision",
                "APPROVE",
                "chosen",
                choices.get(0),
                "chosen",
                choices.get(1),
                "chosen",
                "nonsense");
        assertThat(Browser.text(done)).contains("1件を承認しました").contains("申請を開いて確かめてから");
        assertThat(site.state(held)).isEqualTo(State.APPROVED);
        assertThat(site.state(blocked)).isEqualTo(State.REQUESTED);
        deciding.page("/approvals");
        assertThat(deciding.post("/approvals/decisions", "decision", "DENY", "chosen", original + "/x", "comment", "否")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.state(blocked)).isEqualTo(State.REQUESTED);
    }

    @Test
    void whatScannersSaidIsShownWithTheirVersionAndTheAgeOfTheirSignatures() throws Exception {
        Item held = site.file(clerk, "c.txt", "blocked");
        Instant asked = Instant.parse("2026-11-14T10:00:00Z");
        Instant made = Instant.parse("2026-11-11T09:00:00Z");
        Opinion threat = new Opinion.Threat("Win.Test");
        String sha256 = held.original().sha256();
        Actor who = Actor.service("test");
        for (Assessment said : List.of(
                new Assessment("clamav", "ClamAV 1.4.6/27811", Optional.of(made), sha256, threat, asked),
                new Assessment("lists", "0f/1e", Optional.empty(), sha256, new Opinion.NothingFound(), asked),
                new Assessment("cape", sha256, new Opinion.NotScanned("time-out"), asked))) {
            site.store.items().assess(held.organisation(), who, held.id(), said);
        }
        assertThat(browser(clerk).page("/items/" + held.id()).text())
                .contains("clamav（ClamAV 1.4.6/27811、シグネチャは 3 日前）: 脅威 Win.Test")
                .contains("lists（0f/1e）: ")
                .contains("cape: 検査していません");
    }

    @Test
    void theQueueIsNarrowedByWhatIsAsked() throws Exception {
        Item mail = heldMail(clerk, Untrusted.of("絞り込み"));
        String id = "" + site.requests.ask(clerk, mail.id(), Wanted.SANITIZED, "x");
        Browser deciding = browser(chief);
        String link = "a[href=/approvals/" + id + "]";
        for (String query :
                List.of("", "?kind=MAIL", "?wanted=SANITIZED&type=txt", "?group=nowhere", "?kind=nonsense")) {
            assertThat(deciding.page("/approvals" + query).select(link))
                    .as(query)
                    .hasSize(1);
        }
        for (String query : List.of("?kind=FILE", "?wanted=ORIGINAL", "?days=1")) {
            assertThat(deciding.page("/approvals" + query).select(link))
                    .as(query)
                    .isEmpty();
        }
    }

    @Test
    void anOriginalLeavesInAnEncryptedZipAlone() throws Exception {
        Item item = site.file(clerk, "図面.txt", "blocked original");
        Browser asking = browser(clerk);
        asking.page("/items/" + item.id());
        String request = Browser.location(
                asking.post("/items/" + item.id() + "/requests", "wanted", "ORIGINAL", "reason", "必要なため"));
        String id = request.substring(request.lastIndexOf('/') + 1);
        Browser deciding = browser(chief);
        String seal =
                deciding.page("/approvals/" + id).select("input[name=seal]").attr("value");
        deciding.post("/approvals/" + id + "/decision", "decision", "APPROVE", "seal", seal, "comment", "確認した");
        asking.page(request);
        assertThat(asking.post(request + "/original", "password", "short").statusCode())
                .isEqualTo(422);
        asking.page(request);
        HttpResponse<byte[]> zip = asking.post(request + "/original", "password", "a long password");
        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(new String(zip.body(), StandardCharsets.ISO_8859_1)).doesNotContain("blocked original");
        try (ZipInputStream in =
                new ZipInputStream(new ByteArrayInputStream(zip.body()), "a long password".toCharArray())) {
            LocalFileHeader member = in.getNextEntry();
            assertThat(member.getFileName()).isEqualTo("図面.txt");
            assertThat(member.isEncrypted()).isTrue();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("blocked original");
        }
    }

    @Test
    void aRequestIsTakenBackBeforeAnybodyDecides() throws Exception {
        Item mail = heldMail();
        Browser asking = browser(clerk);
        asking.page("/items/" + mail.id());
        String request = Browser.location(
                asking.post("/items/" + mail.id() + "/requests", "wanted", "SANITIZED", "reason", "間違い"));
        asking.page(request);
        assertThat(asking.post(request + "/recall").statusCode()).isEqualTo(302);
        assertThat(asking.page(request).text()).contains("取り下げ");
        assertThat(site.state(mail)).isEqualTo(State.RETURNED);
        assertThat(asking.post(request + "/recall").statusCode()).isEqualTo(409);
    }

    @Test
    void englishIsThereForWhoeverChoosesIt() {
        Browser browser = browser(clerk);
        assertThat(browser.page("/files").select("html").attr("lang")).isEqualTo("ja");
        browser.post("/language", "language", "en", "to", "/files");
        Document page = browser.page("/files");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("Take files in");
    }
}
