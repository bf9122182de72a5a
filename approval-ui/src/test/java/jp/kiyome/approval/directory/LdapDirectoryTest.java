package jp.kiyome.approval.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.Origin;
import jp.kiyome.approval.directory.DirectorySettings.Groups;
import jp.kiyome.approval.directory.DirectorySettings.People;
import jp.kiyome.approval.directory.DirectorySettings.Protection;
import jp.kiyome.approval.directory.DirectorySettings.Server;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.fixture.SlapdServer;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.person.RoleTable;
import jp.kiyome.approval.secret.Secret;
import jp.kiyome.approval.server.WebServer;
import jp.kiyome.quarantine.item.Group;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** People of a directory sign in: a real slapd. */
@EnabledIf("jp.kiyome.approval.fixture.SlapdServer#installed")
class LdapDirectoryTest {

    private static final String PEOPLE = "ou=people," + SlapdServer.BASE;
    private static final String GROUPS = "ou=groups," + SlapdServer.BASE;
    private static final String APPROVERS = "cn=approvers," + GROUPS;
    private static final RoleTable ROLES = new RoleTable(List.of(
            new RoleTable.Row("cn=Clerks, " + GROUPS, Grant.everywhere(Role.CLERK)),
            new RoleTable.Row(APPROVERS, new Grant(Role.APPROVER, Site.SOUMU))));

    private static final String ENTRIES = """
            dn: BASE
            objectClass: dcObject
            objectClass: organization
            o: test
            dc: example

            dn: cn=kiyome,BASE
            objectClass: applicationProcess
            objectClass: simpleSecurityObject
            cn: kiyome
            userPassword: for tests on the loopback alone

            dn: ou=people,BASE
            objectClass: organizationalUnit
            ou: people

            dn: ou=groups,BASE
            objectClass: organizationalUnit
            ou: groups

            """;

    @TempDir
    static Path folder;

    static SlapdServer slapd;
    static Site site;
    static WebServer server;

    @BeforeAll
    static void open() throws Exception {
        slapd = SlapdServer.in(Files.createDirectory(folder.resolve("slapd"))).add(ENTRIES);
        for (String name : List.of(
                "tanaka", "sato", "barred", "changing", "norole", "outage", "mailed", "local", "page", "twice")) {
            person(name, name);
        }
        person("odd (x\\29*", "odd");
        person("second", "twice");
        group("clerks", "tanaka", "barred", "changing", "outage", "mailed", "local", "page", "twice", "second");
        group("approvers", "sato", "changing");
        // Whose name, read as a filter, is everybody.
        group("others", "norole");
        site = Site.in(Files.createDirectory(folder.resolve("site")));
        server = site.serve(usual -> usual.withDirectories(
                Map.of(Site.CITY, settings(startTls("localhost", slapd.certificate()), SlapdServer.PASSWORD))));
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
        slapd.close();
    }

    private static void person(String name, String uid) throws Exception {
        slapd.add("""
                dn: cn=ESCAPED,ou=people,BASE
                objectClass: inetOrgPerson
                cn: NAME
                sn: NAME
                displayName: NAME 花子
                uid: UID
                mail: UID@City.example.invalid
                departmentNumber: 総務課
                userPassword: secret of UID

                """.replace("ESCAPED", escaped(name)).replace("NAME", name).replace("UID", uid));
    }

    /** In a distinguished name (RFC 4514, 2.4). */
    private static String escaped(String name) {
        return name.replace("\\", "\\\\");
    }

    private static void group(String name, String... members) throws Exception {
        StringBuilder ldif =
                new StringBuilder("dn: cn=" + name + ",ou=groups,BASE\nobjectClass: groupOfNames\ncn: " + name);
        for (String member : members) {
            ldif.append("\nmember: cn=").append(escaped(member)).append(",ou=people,BASE");
        }
        slapd.add(ldif + "\n\n");
    }

    private static Server startTls(String host, Path trust) {
        return new Server(host, slapd.port(), Protection.START_TLS, Optional.of(trust));
    }

    private static DirectorySettings settings(Server at, String password) {
        return new DirectorySettings(
                at,
                SlapdServer.ACCOUNT,
                new Secret(password),
                new People(
                        PEOPLE,
                        "(&(objectClass=inetOrgPerson)(uid={}))",
                        "displayName",
                        "mail",
                        Optional.of("departmentNumber"),
                        Optional.empty()),
                Optional.of(new Groups(GROUPS, "(&(objectClass=groupOfNames)(member={}))")),
                ROLES,
                Duration.ofSeconds(5));
    }

    private static LdapDirectory directory(Server at) throws Exception {
        return new LdapDirectory(Site.CITY, settings(at, SlapdServer.PASSWORD));
    }

    private static DirectoryAnswer ask(Server at, String name, String password) throws Exception {
        return directory(at).ask(new AccountName(name), password);
    }

    private static final String SECRET = "secret of ";

    private static HttpResponse<byte[]> signIn(String name, String password) {
        return new Browser(server.port()).signIn("midori-city", name, password);
    }

    private static Optional<Account> account(String name) {
        return site.accounts.find(Site.CITY, new AccountName(name));
    }

    @Test
    void whoeverTheDirectoryKnowsIsWhatItTellsOfThemOverEveryProtectedWay() throws Exception {
        for (Server at : List.of(
                startTls("localhost", slapd.certificate()),
                new Server("localhost", slapd.tlsPort(), Protection.LDAPS, Optional.of(slapd.certificate())),
                new Server("127.0.0.1", slapd.port(), Protection.NONE, Optional.empty()))) {
            DirectoryAnswer answer = ask(at, "sato", SECRET + "sato");
            assertThat(answer).as(at.toString()).isInstanceOf(DirectoryAnswer.Right.class);
            Person person = ((DirectoryAnswer.Right) answer).person();
            assertThat(person.fullName().unescaped()).isEqualTo("sato 花子");
            assertThat(person.mail()).isEqualTo("sato@city.example.invalid");
            assertThat(person.group()).isEqualTo(Site.SOUMU);
            assertThat(person.grants()).containsExactly(new Grant(Role.APPROVER, Site.SOUMU));
            assertThat(person.organisation()).isEqualTo(Site.CITY);
        }
    }

    @Test
    void nobodyIsLetInWithoutTheirPassword() throws Exception {
        Server at = startTls("localhost", slapd.certificate());
        for (String password : List.of("", " ", "wrong", SECRET + "sato", SlapdServer.PASSWORD)) {
            assertThat(ask(at, "tanaka", password)).as("<" + password + ">").isInstanceOf(DirectoryAnswer.Wrong.class);
        }
        assertThat(ask(at, "nobody", "x")).isInstanceOf(DirectoryAnswer.Wrong.class);
        assertThat(ask(at, "twice", SECRET + "twice")).isInstanceOf(DirectoryAnswer.Wrong.class);
        assertThat(ask(at, "norole", SECRET + "norole")).isInstanceOf(DirectoryAnswer.NoRole.class);
    }

    /** Brackets, a backslash and a star in a distinguished name are no filter. */
    @Test
    void aNameThatLooksLikeAFilterFindsItsOwnGroupsAlone() throws Exception {
        Server at = startTls("localhost", slapd.certificate());
        assertThat(ask(at, "odd", SECRET + "odd")).isInstanceOf(DirectoryAnswer.NoRole.class);
        slapd.replace(APPROVERS, "member", "cn=sato," + PEOPLE, "cn=changing," + PEOPLE, "cn=odd (x\\\\29*," + PEOPLE);
        assertThat(ask(at, "odd", SECRET + "odd")).isInstanceOf(DirectoryAnswer.Right.class);
    }

    @Test
    void noPasswordGoesToAServerThatIsNotTheOneThatIsMeant() throws Exception {
        assertThat(ask(startTls("localhost", slapd.anotherCertificate()), "sato", SECRET + "sato"))
                .isInstanceOf(DirectoryAnswer.Unreachable.class);
        assertThat(ask(startTls("127.0.0.1", slapd.certificate()), "sato", SECRET + "sato"))
                .isInstanceOf(DirectoryAnswer.Unreachable.class);
        Server ldaps = new Server("127.0.0.1", slapd.tlsPort(), Protection.LDAPS, Optional.of(slapd.certificate()));
        assertThat(ask(ldaps, "sato", SECRET + "sato")).isInstanceOf(DirectoryAnswer.Unreachable.class);
        for (String host : List.of("ldap.city.example.invalid", "192.0.2.1", "127.0.0.1.example.invalid")) {
            assertThatThrownBy(() -> new Server(host, 389, Protection.NONE, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReferralIsNotFollowed() throws Exception {
        try (ServerSocketChannel elsewhere = ServerSocketChannel.open()) {
            elsewhere.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            elsewhere.configureBlocking(false);
            int port = ((InetSocketAddress) elsewhere.getLocalAddress()).getPort();
            slapd.add("""
                    dn: cn=elsewhere,ou=people,BASE
                    objectClass: referral
                    objectClass: extensibleObject
                    cn: elsewhere
                    ref: ldap://127.0.0.1:PORT/ou=people,BASE

                    """.replace("PORT", "" + port));
            Server at = startTls("localhost", slapd.certificate());
            assertThat(ask(at, "tanaka", SECRET + "tanaka")).isInstanceOf(DirectoryAnswer.Right.class);
            assertThat(ask(at, "elsewhere", "x")).isInstanceOf(DirectoryAnswer.Wrong.class);
            assertThat(elsewhere.accept()).isNull();
        }
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsNotWaitedForLong() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            DirectorySettings usual =
                    settings(new Server("127.0.0.1", silent.getLocalPort(), Protection.NONE, Optional.empty()), "x");
            LdapDirectory directory = new LdapDirectory(
                    Site.CITY,
                    new DirectorySettings(
                            usual.server(),
                            usual.account(),
                            usual.password(),
                            usual.people(),
                            usual.groups(),
                            usual.roles(),
                            Duration.ofMillis(300)));
            long began = System.nanoTime();
            assertThat(directory.ask(new AccountName("tanaka"), "x")).isInstanceOf(DirectoryAnswer.Unreachable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        }
        LdapDirectory wrong =
                new LdapDirectory(Site.CITY, settings(startTls("localhost", slapd.certificate()), "not the password"));
        assertThat(wrong.ask(new AccountName("tanaka"), SECRET + "tanaka"))
                .isInstanceOf(DirectoryAnswer.Unreachable.class);
    }

    @Test
    void signingInMakesAnAccountOfThisOrganisationAloneThatOthersCannotUse() {
        assertThat(account("page")).isEmpty();
        Browser browser = new Browser(server.port());
        assertThat(browser.signIn("midori-city", "page", SECRET + "page").statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/files").statusCode()).isEqualTo(200);
        assertThat(browser.get("/approvals").statusCode()).isEqualTo(403);
        Account made = account("page").orElseThrow();
        assertThat(made.origin()).isEqualTo(Origin.DIRECTORY);
        assertThat(made.person().group()).isEqualTo(new Group("総務課"));
        assertThat(browser.page("/account").select("a[href=/password]")).isEmpty();
        assertThat(site.accounts.find(Site.TOWN, new AccountName("page"))).isEmpty();
        assertThat(new Browser(server.port())
                        .signIn("aoba-town", "page", SECRET + "page")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.accounts
                        .reset(Site.CITY, Site.TEST, new AccountName("page"))
                        .orElseThrow()
                        .firstPassword())
                .isEmpty();
        assertThat(site.accounts.changePassword(
                        Site.CITY, new AccountName("page"), SECRET + "page", "another long phrase"))
                .isEmpty();
    }

    @Test
    void anAccountOfTheDirectoryIsBarredAsAnyOtherAndTheDirectoryIsNotAskedThen() throws Exception {
        assertThat(signIn("barred", SECRET + "barred").statusCode()).isEqualTo(302);
        for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
            assertThat(signIn("barred", "wrong").statusCode()).isEqualTo(403);
        }
        assertThat(signIn("barred", SECRET + "barred").statusCode()).isEqualTo(403);
        // Nor may a name be tried without end that has no account yet.
        for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
            signIn("sato", "wrong");
        }
        assertThat(signIn("sato", SECRET + "sato").statusCode()).isEqualTo(403);
        site.now.updateAndGet(time -> time.plus(Accounts.BARRED).plusSeconds(1));
        assertThat(signIn("barred", SECRET + "barred").statusCode()).isEqualTo(302);
        assertThat(signIn("sato", SECRET + "sato").statusCode()).isEqualTo(302);
        site.accounts.lock(Site.CITY, Site.TEST, new AccountName("barred"), true);
        assertThat(signIn("barred", SECRET + "barred").statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheDirectoryTellsHoldsFromTheNextSignInAndEndsOlderSessions() throws Exception {
        Browser before = new Browser(server.port());
        before.signIn("midori-city", "changing", SECRET + "changing");
        assertThat(before.get("/approvals").statusCode()).isEqualTo(200);
        slapd.replace(APPROVERS, "member", "cn=sato," + PEOPLE);
        Browser after = new Browser(server.port());
        after.signIn("midori-city", "changing", SECRET + "changing");
        assertThat(after.get("/approvals").statusCode()).isEqualTo(403);
        assertThat(before.get("/approvals").statusCode()).isEqualTo(303);
    }

    @Test
    void aLocalAccountIsNeverTheDirectorysAndWorksWithoutIt() throws Exception {
        site.person(Site.CITY, "local", Role.SYSTEM_ADMINISTRATOR);
        assertThat(signIn("local", SECRET + "local").statusCode()).isEqualTo(403);
        assertThat(signIn("outage", SECRET + "outage").statusCode()).isEqualTo(302);
        slapd.stop();
        try {
            assertThat(signIn("local", Site.PASSWORD).statusCode()).isEqualTo(302);
            assertThat(signIn("outage", SECRET + "outage").statusCode()).isEqualTo(403);
        } finally {
            slapd.startAgain();
        }
        assertThat(account("outage").orElseThrow().failures()).isZero();
        assertThat(signIn("outage", SECRET + "outage").statusCode()).isEqualTo(302);
    }

    @Test
    void anAddressThatAnotherHasIsNotGiven() {
        Person first = site.person(Site.CITY, "first", Role.CLERK);
        site.store.ledger().change(Site.CITY, Site.TEST, change -> change.rows()
                .sql("update account set mail = :mail where organisation = :organisation and name = :name")
                .param("mail", "mailed@city.example.invalid")
                .param("name", first.name().value())
                .update());
        assertThat(signIn("mailed", SECRET + "mailed").statusCode()).isEqualTo(302);
        assertThat(account("mailed").orElseThrow().person().mail()).isEmpty();
    }

    @Test
    void thePageTellsNothingApart() throws Exception {
        String wrong = said(signIn("tanaka", "wrong"));
        assertThat(wrong).contains("ログインできませんでした");
        assertThat(said(signIn("not-there", "wrong"))).isEqualTo(wrong);
        assertThat(said(signIn("norole", SECRET + "norole"))).isEqualTo(wrong);
        assertThat(said(signIn("twice", SECRET + "twice"))).isEqualTo(wrong);
        assertThat(said(signIn("tanaka", ""))).isEqualTo(wrong);
        slapd.stop();
        try {
            assertThat(said(signIn("tanaka", SECRET + "tanaka"))).isEqualTo(wrong);
        } finally {
            slapd.startAgain();
        }
        assertThat(site.store.trail().read(Site.CITY, Site.TEST, 0, 1000))
                .extracting(record -> record.who() + " " + record.fields().getOrDefault("result", ""))
                .contains(
                        "person:tanaka wrong",
                        "person:not-there wrong",
                        "person:norole no role",
                        "person:tanaka directory unreachable");
    }

    private static String said(HttpResponse<byte[]> answer) {
        return answer.statusCode() + " "
                + Jsoup.parse(Browser.text(answer)).select("main").text();
    }
}
