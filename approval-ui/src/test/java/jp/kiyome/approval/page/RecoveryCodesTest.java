package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import jp.kiyome.approval.account.Totp;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Recovery codes, over HTTP. */
class RecoveryCodesTest extends OnSite {

    private static String code(String secret) {
        return Totp.now(secret, site.now.updateAndGet(time -> time.plus(Duration.ofSeconds(30))));
    }

    @Test
    void recoveryCodesAreShownOnceAndLetInOnceEach() {
        Person person = site.person(Site.CITY, "mori", Role.CLERK);
        String secret = Totp.freshSecret();
        site.accounts.beginSecondFactor(Site.CITY, person.name(), secret, Totp.now(secret, site.now.get()));
        Browser browser = new Browser(server.port());
        browser.signIn("midori-city", "mori", Site.PASSWORD);
        browser.page("/sign-in/code");
        assertThat(browser.post("/sign-in/code", "code", code(secret)).statusCode())
                .isEqualTo(302);
        browser.page("/account");
        assertThat(browser.post("/account/recovery-codes", "code", "000000").statusCode())
                .isEqualTo(422);
        HttpResponse<byte[]> made = browser.post("/account/recovery-codes", "code", code(secret));
        List<String> codes =
                Jsoup.parse(Browser.text(made)).select(".note code").eachText();
        assertThat(codes).hasSize(10);
        assertThat(made.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.page("/account").text()).contains("使える予備コード: 10個").doesNotContain(codes.getFirst());
        for (int status : new int[] {302, 403}) {
            Browser other = new Browser(server.port());
            other.signIn("midori-city", "mori", Site.PASSWORD);
            assertThat(other.page("/sign-in/code").text()).contains("予備コード");
            assertThat(other.post("/sign-in/code", "code", codes.getFirst()).statusCode())
                    .isEqualTo(status);
        }
    }
}
