package jp.kiyome.approval.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Origin;
import jp.kiyome.approval.account.Totp;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.fixture.StandInProvider;
import jp.kiyome.approval.fixture.StandInProvider.Forging;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.person.RoleTable;
import jp.kiyome.approval.secret.Secret;
import jp.kiyome.approval.server.Listening;
import jp.kiyome.approval.server.WebServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People whom a provider vouches for, and what others try in its name. The provider is a stand-in of the tests. */
class OpenIdProviderTest {

    private static final URI ORIGIN = URI.create("https://kiyome.example.invalid");
    private static final RoleTable ROLES = new RoleTable(List.of(
            new RoleTable.Row("clerks", Grant.everywhere(Role.CLERK)),
            new RoleTable.Row("chiefs", Grant.everywhere(Role.APPROVER))));

    @TempDir
    static Path folder;

    static Site site;
    static WebServer server;
    static StandInProvider city;
    static StandInProvider town;

    @BeforeAll
    static void open() throws Exception {
        site = Site.in(folder);
        city = new StandInProvider(site.now::get);
        town = new StandInProvider(site.now::get);
        server = site.serve(usual -> usual.withDoors(
                        List.of(new Listening(Side.WHOLE, "127.0.0.1", 0, Optional.of(ORIGIN))), Sides.usual())
                .withProviders(Map.of(Site.CITY, settings(city.issuer()), Site.TOWN, settings(town.issuer()))));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
        city.close();
        town.close();
    }

    @BeforeEach
    void honest() {
        city.forge(Forging.NONE);
    }

    private static ProviderSettings settings(URI issuer) {
        return new ProviderSettings(
                issuer,
                StandInProvider.CLIENT,
                new Secret(StandInProvider.SECRET),
                new ProviderSettings.Claims(
                        "preferred_username",
                        "@city.example",
                        "name",
                        "email",
                        Optional.empty(),
                        Optional.of("groups")),
                ROLES,
                Duration.ofSeconds(10));
    }

    /** One way to the provider: the browser, and where it was sent. */
    private record Sent(Browser browser, URI at) {

        String state() {
            return StandInProvider.fields(at.getRawQuery()).getOrDefault("state", "");
        }

        HttpResponse<byte[]> back(String organisation, String code, String issuer) {
            return backIn(browser, organisation, code, issuer);
        }

        HttpResponse<byte[]> backIn(Browser other, String organisation, String code, String issuer) {
            return other.get("/sign-in/openid/" + organisation + "/back?state=" + state() + "&code=" + code
                    + (issuer.isEmpty() ? "" : "&iss=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8)));
        }

        HttpResponse<byte[]> backHonestly(Map<String, String> who) {
            return back("midori-city", city.code(at, who), city.issuer().toString());
        }
    }

    private static Sent sent(String organisation) {
        Browser browser = new Browser(server.port());
        HttpResponse<byte[]> answer = browser.get("/sign-in/openid/" + organisation);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("kiyome-openid=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        return new Sent(
                browser, URI.create(answer.headers().firstValue("Location").orElseThrow()));
    }

    private static Map<String, String> who(String name, String... more) {
        Map<String, String> who = new HashMap<>(Map.of("preferred_username", name + "@city.example"));
        for (int i = 0; i < more.length; i += 2) {
            who.put(more[i], more[i + 1]);
        }
        return who;
    }

    private static Optional<Account> account(String name) {
        return site.accounts.find(Site.CITY, new AccountName(name));
    }

    private static void assertOut(Sent sent, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(Browser.text(answer)).select("[role=alert]").text())
                .isEqualTo("認証基盤でのログインを確認できませんでした。もう一度やり直してください。");
        assertThat(sent.browser().get("/files").statusCode()).isEqualTo(303);
    }

    @Test
    void whomTheProviderVouchesForIsLetInAsWhatItTellsOfThem() {
        Sent sent = sent("midori-city");
        assertThat(sent.at().toString()).startsWith(city.issuer() + "/authorize?tenant=1&");
        HttpResponse<byte[]> answer =
                sent.backHonestly(who("tanaka", "email", "Tanaka@city.example.invalid", "groups", "chiefs others"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Refresh")).hasValue("0; url=/");
        assertThat(sent.browser().get("/approvals").statusCode()).isEqualTo(200);
        assertThat(sent.browser().get("/files").statusCode()).isEqualTo(403);
        Account made = account("tanaka").orElseThrow();
        assertThat(made.origin()).isEqualTo(Origin.PROVIDER);
        assertThat(made.subject()).isEqualTo(city.issuer() + " subject-of-tanaka@city.example");
        assertThat(made.person().mail()).isEqualTo("tanaka@city.example.invalid");
        assertThat(made.person().fullName().unescaped()).isEqualTo("花子 tanaka@city.example");
        assertThat(made.person().grants()).containsExactly(Grant.everywhere(Role.APPROVER));
        assertThat(new Browser(server.port())
                        .signIn("midori-city", "tanaka", "")
                        .statusCode())
                .isIn(400, 403);
    }

    @Test
    void aWayLeadsToThePageThatSomebodyCameForAndToNoOtherSite() throws Exception {
        Browser browser = new Browser(server.port());
        assertThat(browser.page("/sign-in?to=/mails").select("a[href=/sign-in/openid/midori-city?to=/mails]"))
                .hasSize(1);
        for (String to : List.of("/mails", "https://example.invalid/", "//example.invalid")) {
            URI at = URI.create(browser.get("/sign-in/openid/midori-city?to=" + to)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            HttpResponse<byte[]> back = new Sent(browser, at).backHonestly(who("ways"));
            assertThat(back.headers().firstValue("Refresh")).hasValue("0; url=" + (to.equals("/mails") ? to : "/"));
        }
    }

    private static Forging claim(String name, Object value) {
        return (provider, header, claims) -> {
            claims.put(name, value);
            return provider.signed(header, claims);
        };
    }

    private static Forging without(String name) {
        return (provider, header, claims) -> {
            claims.remove(name);
            return provider.signed(header, claims);
        };
    }

    private static String hmac(Map<String, Object> header, Map<String, Object> claims, byte[] key) {
        header.put("alg", "HS256");
        String text = StandInProvider.unsigned(header, claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return text + "." + StandInProvider.url(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each with what makes it false. */
    private static Map<String, Forging> forgeries() {
        long now = site.now.get().getEpochSecond();
        Map<String, Forging> all = new LinkedHashMap<>();
        all.put("another nonce", claim("nonce", "another"));
        all.put("no nonce", without("nonce"));
        all.put("another audience", claim("aud", "another-client"));
        all.put("two audiences", claim("aud", List.of(StandInProvider.CLIENT, "another-client")));
        all.put("no audience", without("aud"));
        all.put("another party", claim("azp", "another-client"));
        all.put("another issuer", claim("iss", town.issuer().toString()));
        all.put("an issuer that ends otherwise", claim("iss", city.issuer() + "/"));
        all.put("over", claim("exp", now - 61));
        all.put("without an end", without("exp"));
        all.put("of long ago", claim("iat", now - 601));
        all.put("of the future", claim("iat", now + 120));
        all.put("not yet", claim("nbf", now + 120));
        all.put("nobody", claim("sub", ""));
        all.put("no subject", without("sub"));
        all.put("no signature", (provider, header, claims) -> {
            header.put("alg", "none");
            header.remove("kid");
            return StandInProvider.unsigned(header, claims) + ".";
        });
        all.put(
                "a signature that is empty",
                (provider, header, claims) -> StandInProvider.unsigned(header, claims) + ".");
        all.put(
                "signed with what is public",
                (provider, header, claims) ->
                        hmac(header, claims, provider.keys().getPublic().getEncoded()));
        all.put(
                "signed with the client's secret",
                (provider, header, claims) ->
                        hmac(header, claims, StandInProvider.SECRET.getBytes(StandardCharsets.UTF_8)));
        all.put(
                "signed by somebody else",
                (provider, header, claims) -> provider.signed(header, claims, StandInProvider.rsa()));
        all.put("signed by a key that it brings itself", (provider, header, claims) -> {
            var own = StandInProvider.rsa();
            header.put("jwk", StandInProvider.publicKey(own, "own"));
            header.put("kid", "own");
            return provider.signed(header, claims, own);
        });
        all.put("with a critical header", (provider, header, claims) -> {
            header.put("crit", List.of("must-know"));
            header.put("must-know", true);
            return provider.signed(header, claims);
        });
        all.put("changed behind the signature", (provider, header, claims) -> {
            String[] parts = provider.signed(header, claims).split("\\.", -1);
            claims.put("groups", List.of("chiefs"));
            return StandInProvider.unsigned(header, claims) + "." + parts[2];
        });
        all.put("no token", (provider, header, claims) -> "");
        all.put("no account", without("preferred_username"));
        all.put("an account of another place", claim("preferred_username", "forged@elsewhere.example"));
        all.put("an account that is none", claim("preferred_username", "../x@city.example"));
        all.put("no role", claim("groups", List.of("strangers")));
        return all;
    }

    @Test
    void aTokenThatIsNotForUsOfThisAttemptAndByTheProviderLetsNobodyIn() {
        assertThat(forgeries()).hasSizeGreaterThan(25);
        forgeries().forEach((name, forging) -> {
            city.forge(forging);
            Sent sent = sent("midori-city");
            HttpResponse<byte[]> answer = sent.backHonestly(who("forged"));
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertOut(sent, answer);
            assertThat(account("forged")).as(name).isEmpty();
        });
        // The same way without forging is let in: nothing else was wrong with it.
        city.forge(Forging.NONE);
        assertThat(sent("midori-city").backHonestly(who("forged")).statusCode()).isEqualTo(200);
    }

    @Test
    void aWayBackIsGoneOnceInTheSameBrowserAndNotTooLate() {
        Sent replayed = sent("midori-city");
        assertThat(replayed.backHonestly(who("replayed")).statusCode()).isEqualTo(200);
        replayed.browser().get("/");
        Sent again = new Sent(new Browser(server.port()), replayed.at());
        int before = city.exchanges();
        assertOut(again, again.backHonestly(who("replayed")));
        Sent stolen = sent("midori-city");
        Browser attackers = new Browser(server.port());
        attackers.get("/sign-in/openid/midori-city");
        String code = city.code(stolen.at(), who("stolen"));
        assertThat(stolen.backIn(attackers, "midori-city", code, city.issuer().toString())
                        .statusCode())
                .isEqualTo(422);
        Sent made = new Sent(new Browser(server.port()), URI.create("http://x.invalid/?state=made-up"));
        assertOut(made, made.back("midori-city", "code", city.issuer().toString()));
        Sent late = sent("midori-city");
        site.now.updateAndGet(time -> time.plus(Duration.ofMinutes(11)));
        assertOut(late, late.backHonestly(who("late")));
        // None of these was worth asking the provider.
        assertThat(city.exchanges()).isEqualTo(before);
    }

    /** RFC 9700, 4.4: a code of one provider is never brought to another. */
    @Test
    void nobodyIsBroughtBackFromAnotherProviderThanTheyWereSentTo() {
        int before = city.exchanges() + town.exchanges();
        Sent sent = sent("midori-city");
        String code = city.code(sent.at(), who("mixed"));
        assertOut(sent, sent.back("aoba-town", code, town.issuer().toString()));
        Sent named = sent("midori-city");
        assertOut(
                named,
                named.back(
                        "midori-city",
                        city.code(named.at(), who("mixed")),
                        town.issuer().toString()));
        Sent unnamed = sent("midori-city");
        assertOut(unnamed, unnamed.back("midori-city", city.code(unnamed.at(), who("mixed")), ""));
        Sent refused = sent("midori-city");
        assertOut(refused, refused.back("midori-city", "", city.issuer().toString()));
        assertThat(city.exchanges() + town.exchanges()).isEqualTo(before);
        // A code of another attempt is refused by the provider: the verifier is not its own (RFC 7636).
        Sent first = sent("midori-city");
        Sent second = sent("midori-city");
        assertOut(
                second,
                second.back(
                        "midori-city",
                        city.code(first.at(), who("mixed")),
                        city.issuer().toString()));
    }

    @Test
    void anAccountIsBoundToTheSubjectThatItWasMadeFor() {
        assertThat(sent("midori-city").backHonestly(who("bound", "sub", "1")).statusCode())
                .isEqualTo(200);
        Sent other = sent("midori-city");
        assertOut(other, other.backHonestly(who("bound", "sub", "2")));
        Sent renamed = sent("midori-city");
        assertOut(renamed, renamed.backHonestly(who("renamed", "sub", "1")));
        site.person(Site.CITY, "ours", Role.SYSTEM_ADMINISTRATOR);
        Sent ours = sent("midori-city");
        assertOut(ours, ours.backHonestly(who("ours")));
        assertThat(account("ours").orElseThrow().origin()).isEqualTo(Origin.LOCAL);
        site.accounts.lock(Site.CITY, Site.TEST, new AccountName("bound"), true);
        Sent locked = sent("midori-city");
        assertOut(locked, locked.backHonestly(who("bound", "sub", "1")));
    }

    @Test
    void aSecondFactorOfOursIsAskedForAsWell() {
        assertThat(sent("midori-city").backHonestly(who("factor")).statusCode()).isEqualTo(200);
        String secret = Totp.freshSecret();
        site.accounts.beginSecondFactor(Site.CITY, new AccountName("factor"), secret, Totp.now(secret, site.now.get()));
        Sent sent = sent("midori-city");
        HttpResponse<byte[]> answer = sent.backHonestly(who("factor"));
        assertThat(answer.headers().firstValue("Refresh")).hasValue("0; url=/sign-in/code");
        assertThat(Browser.location(sent.browser().get("/files"))).isEqualTo("/sign-in/code");
    }

    @Test
    void anAddressThatTheProviderHasNotCheckedIsNotTaken() {
        city.forge(claim("email_verified", false));
        assertThat(sent("midori-city").backHonestly(who("unchecked")).statusCode())
                .isEqualTo(200);
        assertThat(account("unchecked").orElseThrow().person().mail()).isEmpty();
    }

    @Test
    void aDocumentOfAnotherIssuerOrWithOpenAddressesIsNotUsed() throws Exception {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "issuer", "https://example.invalid",
                        "token_endpoint", "http://example.invalid/token",
                        "authorization_endpoint", "javascript:alert(1)",
                        "jwks_uri", 7)
                .entrySet()) {
            try (StandInProvider other = new StandInProvider(site.now::get)) {
                OpenIdProvider provider = new OpenIdProvider(Site.CITY, settings(other.issuer()), site.now::get);
                assertThat(provider.begin(ORIGIN, "/")).isPresent();
                other.document().put(wrong.getKey(), wrong.getValue());
                OpenIdProvider fresh = new OpenIdProvider(Site.CITY, settings(other.issuer()), site.now::get);
                assertThat(fresh.begin(ORIGIN, "/")).as(wrong.getKey()).isEmpty();
            }
        }
        for (String issuer :
                List.of("http://example.invalid", "https://user@example.invalid", "https://x.invalid/#y")) {
            assertThatThrownBy(() -> settings(URI.create(issuer))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
