package jp.kiyome.approval.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.approval.account.Totp;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.server.WebServer;
import jp.kiyome.approval.server.WebSettings;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions are few, seen by whose they are, and over when they say so. */
class SessionsTest {

    @TempDir
    static Path folder;

    static Site site;
    static WebServer server;

    @BeforeAll
    static void open() throws Exception {
        site = Site.in(folder);
        server = site.serve();
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/account").statusCode() == 200;
    }

    private static long ended(String name, String why) {
        return site.store.trail().read(Site.CITY, Site.TEST, 0, 1000).stream()
                .filter(record -> record.action().equals("account.session-end")
                        && record.fields().getOrDefault("account", "").equals(name)
                        && record.fields().getOrDefault("why", "").equals(why))
                .count();
    }

    @Test
    void oneMoreThanTheNumberEndsTheLongestUnused() {
        Person person = site.person(Site.CITY, "many", Role.CLERK);
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i < WebSettings.SESSIONS; i++) {
            site.now.updateAndGet(time -> time.plusSeconds(1));
            browsers.add(Browser.of(server.port(), person));
        }
        site.now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(isIn(browsers.getFirst())).isTrue();
        site.now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(ended("many", "too many at once")).isZero();
        Browser last = Browser.of(server.port(), person);
        assertThat(isIn(last)).isTrue();
        assertThat(isIn(browsers.getFirst())).isTrue();
        assertThat(isIn(browsers.get(1))).isFalse();
        assertThat(isIn(browsers.get(2))).isTrue();
        assertThat(ended("many", "too many at once")).isEqualTo(1);
    }

    @Test
    void somebodyEndsTheirOwnSessionsAndNobodyElses() {
        Person person = site.person(Site.CITY, "own", Role.CLERK);
        Browser here = Browser.of(server.port(), person);
        Browser there = Browser.of(server.port(), person);
        Browser stranger = Browser.of(server.port(), site.person(Site.CITY, "other", Role.CLERK));
        Document page = here.page("/account");
        assertThat(page.select("tr:has(th[scope=row])")).hasSize(2);
        Element form = page.selectFirst("form[action^=/account/sessions]");
        assertThat(page.select("form[action^=/account/sessions]")).hasSize(1);
        String path = form == null ? "" : form.attr("action");
        stranger.page("/account");
        stranger.post(path);
        assertThat(isIn(there)).isTrue();
        here.page("/account");
        assertThat(here.post(path).statusCode()).isEqualTo(302);
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
        assertThat(ended("own", "by their owner")).isEqualTo(1);
    }

    @Test
    void aSessionIsOverWhenNobodyUsesIt() {
        Browser browser = Browser.of(server.port(), site.person(Site.CITY, "idle", Role.CLERK));
        site.now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        assertThat(isIn(browser)).isTrue();
        site.now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        assertThat(isIn(browser)).isTrue();
        site.now.updateAndGet(time -> time.plus(Duration.ofMinutes(31)));
        assertThat(isIn(browser)).isFalse();
    }

    /** Else whoever knows the password alone could throw the owner out. */
    @Test
    void whoHasNotShownTheCodeEndsNobodysSession() {
        Person person = site.person(Site.CITY, "coded", Role.CLERK);
        Browser owner = Browser.of(server.port(), person);
        String secret = Totp.freshSecret();
        site.accounts.beginSecondFactor(Site.CITY, person.name(), secret, Totp.now(secret, site.now.get()));
        for (int i = 0; i < WebSettings.SESSIONS + 1; i++) {
            site.now.updateAndGet(time -> time.plusSeconds(1));
            new Browser(server.port()).signIn("midori-city", "coded", Site.PASSWORD);
        }
        assertThat(isIn(owner)).isTrue();
    }

    @Test
    void signingOutLeavesTheList() {
        Person person = site.person(Site.CITY, "leaving", Role.CLERK);
        Browser first = Browser.of(server.port(), person);
        Browser second = Browser.of(server.port(), person);
        first.page("/account");
        first.post("/sign-out");
        assertThat(second.page("/account").select("tr:has(th[scope=row])")).hasSize(1);
    }
}
