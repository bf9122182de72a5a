package jp.kiyome.approval.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.Totp;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What keeps people safe from each other, from the pages' own mistakes and from what files are called. */
class SafetyTest extends OnSite {

    /** Markup, an attribute's end, a turned reading direction, a line break, a template's expression. */
    private static final String HOSTILE =
            "\"><script>alert(1)</script><img src=x onerror=alert(2)>' \u202egnp.exe\r\nX: y ${7*7} [[${7*7}]] #{site}";

    @Test
    void everyAnswerSaysWhatABrowserMayDo() {
        for (String path : List.of("/sign-in", "/nothing", "/assets/kiyome.css", "/files")) {
            HttpResponse<byte[]> answer = new Browser(server.port()).get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue(Guarding.CONTENT_SECURITY_POLICY);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).containsAnyOf("no-store", "no-cache");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
        String cookie = new Browser(server.port())
                .get("/sign-in")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
    }

    @Test
    void reportsOfBrowsersAreCountedAndNothingElseIs() {
        Browser browser = new Browser(server.port());
        long before = server.policyReports();
        String report = "{\"csp-report\":{\"blocked-uri\":\"https://example.invalid/\u202e\\n\"}}";
        assertThat(browser.send("/policy-reports", "application/csp-report", report)
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.send("/policy-reports", "application/reports+json; charset=utf-8", report)
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.send("/policy-reports", "text/html", report).statusCode())
                .isEqualTo(400);
        assertThat(server.policyReports()).isEqualTo(before + 2);
        for (int i = 0; i < 100; i++) {
            browser.send("/policy-reports", "application/csp-report", "x".repeat(100));
        }
        assertThat(server.policyReports()).isLessThan(before + 70);
        assertThat(browser.get("/sign-in").headers().firstValue("Reporting-Endpoints"))
                .hasValue("policy=\"/policy-reports\"");
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() throws Exception {
        Item item = site.inState(clerk, State.HELD);
        Browser browser = browser(clerk);
        String path = "/items/" + item.id() + "/requests";
        assertThat(browser.postWithoutToken(path, "wanted", "SANITIZED", "reason", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.postWithoutToken(path, "wanted", "SANITIZED", "reason", "x", "_csrf", "guess")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.state(item)).isEqualTo(State.HELD);
    }

    @Test
    void aSessionBeginsAnewWithEachStepAndEndsWhenTheAccountIsLocked() {
        Person person = site.person(Site.CITY, "kato", Role.CLERK);
        Browser browser = new Browser(server.port());
        String before = cookie(browser.get("/sign-in"));
        String after = cookie(browser.signIn("midori-city", "kato", Site.PASSWORD));
        assertThat(after).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get("/files").statusCode()).isEqualTo(200);
        site.accounts.lock(Site.CITY, Site.TEST, person.name(), true);
        assertThat(browser.get("/files").statusCode()).isEqualTo(303);
    }

    private static String cookie(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", "");
    }

    @Test
    void aSessionEndsByItsAgeAndBySigningOut() {
        Browser browser = browser(clerk);
        browser.get("/");
        assertThat(browser.post("/sign-out").statusCode()).isEqualTo(302);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
        Browser other = browser(clerk);
        site.now.updateAndGet(time -> time.plus(Duration.ofHours(11)));
        assertThat(other.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void theSecondFactorStandsBeforeEverything() {
        Person person = site.person(Site.CITY, "mori", Role.CLERK);
        String secret = Totp.freshSecret();
        site.accounts.beginSecondFactor(Site.CITY, person.name(), secret, Totp.now(secret, site.now.get()));
        Browser browser = new Browser(server.port());
        assertThat(Browser.location(browser.signIn("midori-city", "mori", Site.PASSWORD)))
                .isEqualTo("/sign-in/code");
        assertThat(Browser.location(browser.get("/files"))).isEqualTo("/sign-in/code");
        assertThat(Browser.location(browser.get("/password"))).isEqualTo("/sign-in/code");
        browser.page("/sign-in/code");
        assertThat(browser.post("/sign-in/code", "code", "000000").statusCode()).isEqualTo(403);
        String code = Totp.now(secret, site.now.updateAndGet(time -> time.plus(Totp.STEP)));
        assertThat(browser.post("/sign-in/code", "code", code).statusCode()).isEqualTo(302);
        assertThat(browser.get("/files").statusCode()).isEqualTo(200);
    }

    @Test
    void aFirstPasswordIsChangedBeforeAnythingElse() {
        Person person = site.person(Site.CITY, "ueda", Role.CLERK);
        String first = site.accounts
                .reset(Site.CITY, Site.TEST, person.name())
                .flatMap(Accounts.Reset::firstPassword)
                .orElseThrow();
        Browser browser = new Browser(server.port());
        assertThat(Browser.location(browser.signIn("midori-city", "ueda", first)))
                .isEqualTo("/password");
        assertThat(Browser.location(browser.get("/files"))).isEqualTo("/password");
        browser.page("/password");
        String fresh = "quite another phrase";
        assertThat(browser.post("/password", "old", first, "fresh", "short", "again", "short")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/password", "old", first, "fresh", fresh, "again", fresh)
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/files").statusCode()).isEqualTo(200);
    }

    /** The body is never asked for: nobody can fill the disk who is not signed in. */
    @Test
    void filesOfNobodyAreNotEvenRead() throws Exception {
        String head = """
                POST /files HTTP/1.1
                Host: x
                Content-Type: multipart/form-data; boundary=b
                Content-Length: 900000

                --b
                Content-Disposition: form-data; name="file"; filename="a"

                """;
        assertThat(answer(head.replace("\n", "\r\n"))).startsWith("HTTP/1.1 403");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndLeavesNothing() {
        Browser browser = browser(clerk);
        browser.page("/files");
        int status =
                browser.upload("/files", "large.txt", "x".repeat((1 << 20) + 1)).statusCode();
        assertThat(status).isIn(403, 413);
        assertThat(browser.page("/files").text()).doesNotContain("large.txt");
    }

    @Test
    void errorsSayNothingOfHowWeAreBuilt() {
        Browser browser = browser(clerk);
        for (String path : List.of("/nothing", "/items/" + "0".repeat(36), "/%2e%2e/x", "/items/x;y")) {
            HttpResponse<byte[]> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(Browser.text(answer))
                    .doesNotContain("Exception")
                    .doesNotContain("org.")
                    .doesNotContain("Tomcat");
        }
    }

    @Test
    void hostileNamesAreInertOnEveryPage() throws Exception {
        Untrusted hostile = Untrusted.of(HOSTILE);
        Item file = site.file(clerk, HOSTILE, "hello");
        Item mail = site.mail(clerk, hostile, hostile, "text");
        site.takeIn.unlock(clerk, mail, List.of());
        site.store.items().move(Site.CITY, Site.TEST, mail.id(), State.HELD, HOSTILE);
        RequestId id = site.requests.ask(clerk, mail.id(), Wanted.SANITIZED, HOSTILE);
        Browser own = browser(clerk);
        for (String path : List.of(
                "/files", "/mails", "/items/" + file.id(), "/items/" + mail.id(), "/requests", "/requests/" + id)) {
            assertInert(own, path);
        }
        Browser all = browser(chief);
        for (String path :
                List.of("/approvals", "/approvals/" + id, "/held", "/held/" + mail.id(), "/trail", "/people")) {
            assertInert(all, path);
        }
    }

    private static void assertInert(Browser browser, String path) {
        Document page = browser.page(path);
        assertThat(
                        page.select(
                                "script:not([src=/assets/kiyome.js]), img, iframe, object, embed, style, [onerror], [onclick], [style], base"))
                .as(path)
                .isEmpty();
        assertThat(page.html()).as(path).doesNotContain("\u202e");
        assertThat(page.text()).as(path).doesNotContain(" 49 ");
        if (!path.equals("/people")) {
            assertThat(page.text()).as(path).contains("alert(1)").contains("${7*7}");
        }
        page.select("a[href]")
                .forEach(link -> assertThat(link.attr("href")).as(path).matches("[/#].*"));
    }

    @Test
    void aHostileNameBreaksNoHeader() throws Exception {
        Item file = site.file(clerk, HOSTILE, "hello");
        HttpResponse<byte[]> answer = browser(clerk).get("/items/" + file.id() + "/cleaned");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .doesNotContain("<")
                .doesNotContain("%E2%80%AE");
    }

    @Test
    void aLinkInAMailLeadsToTheItemByWayOfTheDoor() throws Exception {
        Item item = site.inState(clerk, State.HELD);
        Browser browser = new Browser(server.port());
        HttpResponse<byte[]> sent = browser.get("/items/" + item.id());
        assertThat(sent.headers().firstValue("Location")).hasValue("/sign-in?to=/items/" + item.id());
        browser.page("/sign-in?to=/items/" + item.id());
        HttpResponse<byte[]> in = browser.post(
                "/sign-in",
                "organisation",
                "midori-city",
                "name",
                "tanaka",
                "password",
                Site.PASSWORD,
                "to",
                "/items/" + item.id());
        assertThat(Browser.location(in)).isEqualTo("/items/" + item.id());
        HttpResponse<byte[]> elsewhere = new Browser(server.port()).get("/sign-in?to=https://example.invalid/");
        assertThat(Browser.text(elsewhere)).doesNotContain("example.invalid");
    }
}
