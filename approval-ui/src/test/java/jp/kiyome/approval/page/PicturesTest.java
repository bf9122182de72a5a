package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.Chromium;
import jp.kiyome.approval.fixture.Desk;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.picture.Gallery;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.approval.server.WebServer;
import jp.kiyome.core.jail.drawing.DrawingProgram;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.quarantine.item.Item;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Pages before and after, side by side: drawn by the real program in the real jail, for who may see them and for nobody else. */
@EnabledIf(value = "canDraw", disabledReason = "no jail, or no pdftoppm: pictures of pages were not tried")
class PicturesTest extends OnSite {

    private static final String HOSTILE = "\"><script>alert(1)</script> 申請書.pdf";

    static boolean canDraw() {
        return DrawingProgram.PDFTOPPM.here().isPresent() && Files.isExecutable(Path.of("/usr/bin/bwrap"));
    }

    /** Without a table of its objects: poppler makes one. */
    private static String pdf(int pages) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        StringBuilder kids = new StringBuilder();
        for (int page = 1; page <= pages; page++) {
            String drawn = "BT /F 48 Tf 60 700 Td (Page " + page + " before) Tj ET";
            kids.append(10 + 2 * page).append(" 0 R ");
            file.append(10 + 2 * page)
                    .append(" 0 obj<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents ")
                    .append(11 + 2 * page)
                    .append(" 0 R>>endobj\n")
                    .append(11 + 2 * page)
                    .append(" 0 obj<</Length " + drawn.length() + ">>stream\n" + drawn + "\nendstream endobj\n");
        }
        return file.append(
                        "2 0 obj<</Type/Pages/Count " + pages + "/MediaBox[0 0 595 842]/Kids[" + kids + "]>>endobj\n")
                .append("3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .toString();
    }

    /** Has the pages of what a path names drawn, and waits until they are. */
    private static Document drawn(Browser browser, String path) {
        browser.page(path);
        HttpResponse<byte[]> begun = browser.post(path + "/pictures");
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(Browser.location(begun)).endsWith(path + "/pictures");
        return waited(browser, path);
    }

    private static Document waited(Browser browser, String path) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Document page = browser.page(path + "/pictures");
        while (page.getElementById("live") != null && System.nanoTime() < until) {
            page = browser.page(path + "/pictures");
        }
        assertThat(page.getElementById("live")).isNull();
        return page;
    }

    /** Who has had a file of an item opened for pictures. */
    private static List<String> looks(Item item) {
        return site.store.trail().notes(Site.CITY, item.id()).stream()
                .filter(note ->
                        note.action().equals("blob.read") && note.detail().contains("pictures of the pages"))
                .map(note -> note.who())
                .toList();
    }

    @Test
    void whoDecidesSeesThePagesBeforeAndAfterSideBySide() throws Exception {
        Item item = site.file(clerk, HOSTILE, pdf(2));
        String path = "/approvals/" + site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "reason");
        Browser browser = browser(chief);
        Document page = drawn(browser, path);
        List<Element> pictures = page.select(".pages img");
        assertThat(pictures.stream().map(one -> one.attr("src")))
                .containsExactly(
                        path + "/pictures/before-1",
                        path + "/pictures/after-1",
                        path + "/pictures/before-2",
                        path + "/pictures/after-2");
        assertThat(pictures.stream().map(one -> one.attr("alt")))
                .startsWith(HOSTILE + " 元のもの 1/2ページ", HOSTILE + " 作り直したもの 1/2ページ");
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(browser.page(path).select(".pages img")).hasSize(4);
        List<byte[]> files = new ArrayList<>();
        for (Element picture : pictures) {
            HttpResponse<byte[]> answer = browser.get(picture.attr("src"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .containsExactly("sandbox; default-src 'none'");
            assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).startsWith("\u0089PNG");
            files.add(answer.body());
        }
        assertThat(files).doesNotHaveDuplicates();
    }

    @Test
    void whoOverseesSeesThemAndTheTrailSaysSo() throws Exception {
        Item item = site.file(clerk, "一覧.pdf", pdf(1));
        Browser browser = browser(chief);
        assertThat(drawn(browser, "/held/" + item.id()).select(".pages img")).hasSize(2);
        drawn(browser, "/held/" + item.id());
        assertThat(browser.page("/held/" + item.id()).select(".pages img")).hasSize(2);
        assertThat(looks(item)).containsExactly("person:yamada", "person:yamada");
    }

    @Test
    void whatWasDrawnForSomebodyIsNobodyElses() throws Exception {
        Item item = site.file(clerk, "申請書.pdf", pdf(1));
        String path = "/held/" + item.id();
        drawn(browser(chief), path);
        assertThat(browser(chief).get(path + "/pictures/before-1").statusCode()).isEqualTo(200);
        Browser officer = browser(site.person(Site.CITY, "officer", Role.QUARANTINE_OFFICER));
        assertThat(officer.get(path + "/pictures/before-1").statusCode()).isEqualTo(404);
        assertThat(officer.page(path).select("img")).isEmpty();
        Browser stranger = browser(site.person(Site.TOWN, "stranger", Role.values()));
        assertThat(stranger.get(path + "/pictures/before-1").statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/pictures").statusCode()).isEqualTo(404);
        assertThat(browser(clerk).get(path + "/pictures/before-1").statusCode()).isEqualTo(403);
        for (String name : List.of("before-0", "before-2", "after-9999")) {
            assertThat(browser(chief).get(path + "/pictures/" + name).statusCode())
                    .as(name)
                    .isIn(404, 422);
        }
    }

    @Test
    void whatIsNotRebuiltIsNotShown() throws Exception {
        Item item = site.file(clerk, "申請書.pdf", pdf(1));
        site.sanitizer.blockPictures(true);
        try {
            Browser browser = browser(chief);
            Document page = drawn(browser, "/held/" + item.id());
            assertThat(page.select("img")).isEmpty();
            assertThat(page.select(".pages").text()).contains("元のものの1ページ目は、画像を作り直せないので表示しません");
            assertThat(browser.get("/held/" + item.id() + "/pictures/before-1").statusCode())
                    .isEqualTo(404);
        } finally {
            site.sanitizer.blockPictures(false);
        }
    }

    @Test
    void picturesGoAfterAWhile() throws Exception {
        Item item = site.file(clerk, "申請書.pdf", pdf(1));
        Browser browser = browser(chief);
        String path = "/held/" + item.id();
        drawn(browser, path);
        site.now.set(site.now.get().plus(Gallery.STAY).plusSeconds(1));
        assertThat(browser.get(path + "/pictures/before-1").statusCode()).isEqualTo(404);
        assertThat(browser.page(path).select("img")).isEmpty();
        assertThat(browser.page(path).select("form[action$=/pictures]")).hasSize(1);
    }

    @Test
    void whatCannotBeDrawnSaysWhy() throws Exception {
        Item text = site.file(clerk, "議事録.txt", "text");
        Document page = drawn(browser(chief), "/held/" + text.id());
        assertThat(page.select("main li").text()).contains("元のもの: この種類のファイルはページの画像になりません。");
        assertThat(looks(text)).isEmpty();
        Item broken = site.file(clerk, "壊れた.pdf", "%PDF-1.4 and no more");
        assertThat(drawn(browser(chief), "/held/" + broken.id())
                        .select("main li")
                        .text())
                .contains("元のもの: 描けませんでした");
    }

    @Test
    void withoutAProgramThePageSaysWhatToInstallAndWithoutPicturesNothing() throws Exception {
        Item item = site.file(clerk, "申請書.pdf", pdf(1));
        String path = "/held/" + item.id();
        DrawingSettings none = DrawingSettings.usual().withPrograms(Map.of());
        try (WebServer poor = site.serve(usual -> usual.withDrawing(Optional.of(none)))) {
            Browser browser = Browser.of(poor.port(), chief);
            assertThat(drawn(browser, path).select("main li").text()).contains("poppler-utils");
        }
        try (WebServer off = site.serve(usual -> usual.withDrawing(Optional.empty()))) {
            Browser browser = Browser.of(off.port(), chief);
            assertThat(browser.page(path).select("#pictures")).isEmpty();
            assertThat(browser.post(path + "/pictures").statusCode()).isEqualTo(409);
        }
    }

    @Test
    @EnabledIf("jp.kiyome.approval.fixture.Chromium#installed")
    void aRealBrowserShowsThem() throws Exception {
        Item item = site.file(clerk, "申請書.pdf", pdf(2));
        String request =
                site.requests.ask(clerk, item.id(), Wanted.ORIGINAL, "原本が必要なため").toString();
        try (Chromium chromium = Chromium.start(server.port());
                Desk desk = chromium.desk(chief)) {
            desk.go("/approvals/" + request);
            desk.press("ページの画像を描く");
            desk.page.waitForURL("**/pictures");
            desk.page.waitForFunction("() => document.querySelectorAll('.pages img').length === 4");
            assertSeen(desk);
            desk.follow("「申請書.pdf」に戻る");
            assertSeen(desk);
            desk.page.evaluate("() => document.getElementById('pictures').scrollIntoView()");
            desk.picture("pictures");
            desk.page.setViewportSize(360, 640);
            assertThat((Integer) desk.page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            assertThat((Boolean) desk.page.evaluate("() => { const [a, b] = document.querySelectorAll('.pages figure');"
                            + " return b.getBoundingClientRect().top >= a.getBoundingClientRect().bottom; }"))
                    .isTrue();
            // axe-core draws pictures itself, of which Chromium complains: it comes last.
            assertThat(desk.complaints()).isEmpty();
            assertThat(desk.barriers()).isEmpty();
            desk.go("/approvals/" + request + "/pictures");
            assertSeen(desk);
            assertThat(desk.barriers()).isEmpty();
        }
    }

    /** Every picture has come and was understood. */
    private static void assertSeen(Desk desk) {
        desk.page.waitForFunction("() => { const all = [...document.querySelectorAll('.pages img')];"
                + " all.forEach(one => one.loading = 'eager');"
                + " return all.length === 4 && all.every(one => one.complete && one.naturalHeight === 1200); }");
    }
}
