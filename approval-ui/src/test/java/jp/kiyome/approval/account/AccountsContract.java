package jp.kiyome.approval.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.QueueFilter;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.key.KeyRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for accounts, whatever database they stand on. */
abstract class AccountsContract {

    private static final String OTHER = "another long phrase here";

    @TempDir
    Path folder;

    Site site;
    Accounts accounts;

    abstract DatabaseSettings fresh() throws Exception;

    @BeforeEach
    void open() throws Exception {
        site = Site.on(fresh(), folder);
        accounts = site.accounts;
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private SignIn signIn(String name, String password) {
        return accounts.signIn(Site.CITY, new AccountName(name), password);
    }

    @Test
    void somebodyIsLetInByTheirPasswordAlone() {
        Person person = site.person(Site.CITY, "tanaka", List.of(new Grant(Role.APPROVER, new Group("税務課"))));
        assertThat(signIn("tanaka", Site.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn("tanaka", Site.PASSWORD + " ")).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn("nobody", Site.PASSWORD)).isInstanceOf(SignIn.Refused.class);
        assertThat(accounts.signIn(Site.TOWN, person.name(), Site.PASSWORD)).isInstanceOf(SignIn.Refused.class);
        assertThat(accounts.find(Site.CITY, person.name()).orElseThrow().person())
                .isEqualTo(person);
        assertThat(accounts.all(Site.TOWN)).isEmpty();
        assertThat(accounts.find(Site.CITY, person.name()).orElseThrow().password())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void anAccountIsBarredAfterFiveWrongPasswordsForATime() {
        site.person(Site.CITY, "tanaka", Role.CLERK);
        for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
            assertThat(signIn("tanaka", "wrong")).isInstanceOf(SignIn.Refused.class);
        }
        assertThat(signIn("tanaka", Site.PASSWORD)).isInstanceOf(SignIn.Refused.class);
        site.now.updateAndGet(time -> time.plus(Accounts.BARRED).plusSeconds(1));
        assertThat(signIn("tanaka", Site.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void codesCannotBeTriedWithoutEndByWhoeverKnowsThePassword() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        String secret = Totp.freshSecret();
        assertThat(begin(person, secret)).isTrue();
        for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
            signIn("tanaka", Site.PASSWORD);
            assertThat(accounts.secondFactor(Site.CITY, person.name(), "000000"))
                    .isInstanceOf(SignIn.Refused.class);
        }
        Instant later = site.now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
        assertThat(accounts.secondFactor(Site.CITY, person.name(), Totp.now(secret, later)))
                .isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void aCodeLetsInOnce() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        String secret = Totp.freshSecret();
        assertThat(accounts.beginSecondFactor(Site.CITY, person.name(), secret, "000000"))
                .isFalse();
        assertThat(begin(person, secret)).isTrue();
        Instant later = site.now.updateAndGet(time -> time.plus(Totp.STEP));
        String code = Totp.now(secret, later);
        assertThat(accounts.secondFactor(Site.CITY, person.name(), code)).isInstanceOf(SignIn.Welcome.class);
        assertThat(accounts.secondFactor(Site.CITY, person.name(), code)).isInstanceOf(SignIn.Refused.class);
    }

    private boolean begin(Person person, String secret) {
        return accounts.beginSecondFactor(Site.CITY, person.name(), secret, Totp.now(secret, site.now.get()));
    }

    private String stored(String name) {
        return site.store.ledger().read(Site.CITY, rows -> rows.sql(
                        "select totp from account where organisation = :organisation and name = :name")
                .param("name", name)
                .query(String.class)
                .single());
    }

    private void store(String name, String totp) {
        site.store.ledger().change(Site.CITY, Site.TEST, change -> change.rows()
                .sql(
                        "update account set totp = :totp, totp_step = 0 where organisation = :organisation and name = :name")
                .param("totp", totp)
                .param("name", name)
                .update());
    }

    private SignIn code(Person person, String secret) {
        Instant later = site.now.updateAndGet(time -> time.plus(Totp.STEP));
        return accounts.secondFactor(Site.CITY, person.name(), Totp.now(secret, later));
    }

    @Test
    void aSecretOfASecondFactorIsInTheTableUnderTheOrganisationsKeyForItsAccountAlone() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        Person other = site.person(Site.CITY, "sato", Role.CLERK);
        String secret = Totp.freshSecret();
        begin(person, secret);
        begin(other, Totp.freshSecret());
        assertThat(stored("tanaka")).startsWith("sealed:").doesNotContain(secret);
        assertThat(code(person, secret)).isInstanceOf(SignIn.Welcome.class);
        // Copied to another row it does not open there.
        store("sato", stored("tanaka"));
        assertThatThrownBy(() -> code(other, secret)).isInstanceOf(KeyRefused.class);
    }

    @Test
    void aSecretFromBeforeSecretsWereSealedIsSealedWhenItIsNextUsed() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        String secret = Totp.freshSecret();
        store("tanaka", secret);
        assertThat(accounts.secondFactor(Site.CITY, person.name(), "000000")).isInstanceOf(SignIn.Refused.class);
        assertThat(stored("tanaka")).isEqualTo(secret);
        assertThat(code(person, secret)).isInstanceOf(SignIn.Welcome.class);
        assertThat(stored("tanaka")).startsWith("sealed:").doesNotContain(secret);
        assertThat(code(person, secret)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void aRecoveryCodeStandsInForTheSecondFactorOnceForItsAccountAlone() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        Person other = site.person(Site.CITY, "sato", Role.CLERK);
        String secret = Totp.freshSecret();
        begin(person, secret);
        begin(other, secret);
        assertThat(accounts.renewRecoveryCodes(Site.CITY, person.name(), "000000"))
                .isEmpty();
        List<String> codes = renew(person, secret);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(one -> one.matches("([A-Z2-7]{5}-){5}[A-Z2-7]"));
        String first = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
        assertThat(accounts.secondFactor(Site.CITY, other.name(), first)).isInstanceOf(SignIn.Refused.class);
        assertThat(accounts.secondFactor(Site.CITY, person.name(), first)).isInstanceOf(SignIn.Welcome.class);
        assertThat(accounts.secondFactor(Site.CITY, person.name(), first)).isInstanceOf(SignIn.Refused.class);
        assertThat(accounts.recoveryCodesLeft(Site.CITY, person.name())).isEqualTo(9);
        // They make no new ones: else one that was found would last for ever.
        assertThat(accounts.renewRecoveryCodes(Site.CITY, person.name(), codes.get(1)))
                .isEmpty();
        List<String> later = renew(person, secret);
        assertThat(accounts.secondFactor(Site.CITY, person.name(), codes.get(2)))
                .isInstanceOf(SignIn.Refused.class);
        assertThat(later).doesNotContainAnyElementsOf(codes);
        assertThat(site.store.trail().read(Site.CITY, Site.TEST, 0, 1000))
                .extracting(record -> record.action() + " " + record.fields().getOrDefault("left", ""))
                .contains("account.recovery-codes ", "account.recovery-code 9");
        assertThat(site.store.trail().read(Site.CITY, Site.TEST, 0, 1000).toString())
                .doesNotContain(later.getFirst());
        accounts.reset(Site.CITY, Site.TEST, person.name());
        assertThat(accounts.recoveryCodesLeft(Site.CITY, person.name())).isZero();
    }

    /** Wrong ones bar the account as wrong codes do, and who is barred loses none. */
    @Test
    void recoveryCodesCannotBeTriedWithoutEnd() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        String secret = Totp.freshSecret();
        begin(person, secret);
        List<String> codes = renew(person, secret);
        for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
            assertThat(accounts.secondFactor(Site.CITY, person.name(), "A".repeat(26)))
                    .isInstanceOf(SignIn.Refused.class);
        }
        assertThat(accounts.secondFactor(Site.CITY, person.name(), codes.getFirst()))
                .isInstanceOf(SignIn.Refused.class);
        assertThat(accounts.recoveryCodesLeft(Site.CITY, person.name())).isEqualTo(10);
        site.now.updateAndGet(time -> time.plus(Accounts.BARRED).plusSeconds(1));
        assertThat(accounts.secondFactor(Site.CITY, person.name(), codes.getFirst()))
                .isInstanceOf(SignIn.Welcome.class);
    }

    private List<String> renew(Person person, String secret) {
        Instant later = site.now.updateAndGet(time -> time.plus(Totp.STEP));
        return accounts.renewRecoveryCodes(Site.CITY, person.name(), Totp.now(secret, later));
    }

    @Test
    void aFirstPasswordIsToBeChangedAndAResetTakesTheSecondFactorAway() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        begin(person, Totp.freshSecret());
        long before = accounts.find(Site.CITY, person.name()).orElseThrow().generation();
        String first = accounts.reset(Site.CITY, Site.TEST, person.name())
                .flatMap(Accounts.Reset::firstPassword)
                .orElseThrow();
        Account account = accounts.find(Site.CITY, person.name()).orElseThrow();
        assertThat(account.mustChange()).isTrue();
        assertThat(account.hasSecondFactor()).isFalse();
        assertThat(account.generation()).isGreaterThan(before);
        assertThat(signIn("tanaka", Site.PASSWORD)).isInstanceOf(SignIn.Refused.class);
        assertThat(accounts.changePassword(Site.CITY, person.name(), "wrong", OTHER))
                .isEmpty();
        assertThat(accounts.changePassword(Site.CITY, person.name(), first, OTHER)
                        .orElseThrow()
                        .mustChange())
                .isFalse();
        assertThatThrownBy(() -> accounts.changePassword(Site.CITY, person.name(), OTHER, "short"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsLockedStaysOutUntilUnlocked() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        assertThat(accounts.lock(Site.CITY, Site.TEST, person.name(), true)).isTrue();
        assertThat(signIn("tanaka", Site.PASSWORD)).isInstanceOf(SignIn.Refused.class);
        assertThat(accounts.lock(Site.CITY, Site.TEST, person.name(), false)).isTrue();
        assertThat(signIn("tanaka", Site.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
        assertThat(accounts.lock(Site.TOWN, Site.TEST, person.name(), true)).isFalse();
    }

    @Test
    void allOfItIsInTheTrail() {
        Person person = site.person(Site.CITY, "tanaka", Role.CLERK);
        signIn("tanaka", "wrong");
        accounts.lock(Site.CITY, Site.TEST, person.name(), true);
        assertThat(site.store.trail().read(Site.CITY, Site.TEST, 0, 100))
                .extracting(record -> record.who() + " " + record.action() + " "
                        + record.fields().getOrDefault("result", ""))
                .contains(
                        "service:test account.add ",
                        "person:tanaka account.password ",
                        "person:tanaka account.sign-in wrong",
                        "service:test account.lock ");
        assertThat(site.store.trail().verify(Site.CITY, Site.TEST, List.of()).faults())
                .isEmpty();
    }

    /** Rows of a request, on every database. */
    @Test
    void requestsStandInTheirOrganisationAlone() throws Exception {
        Person clerk = site.person(Site.CITY, "tanaka", Role.CLERK);
        Person stranger = site.person(Site.TOWN, "tanaka", Role.values());
        Item item = site.inState(clerk, State.HELD);
        RequestId id = site.requests.ask(clerk, item.id(), Wanted.SANITIZED, "理由\n二行目 \u202e");
        assertThat(site.requests.find(clerk, id).orElseThrow().reason().unescaped())
                .isEqualTo("理由\n二行目 \u202e");
        assertThat(site.requests.find(stranger, id)).isEmpty();
        assertThat(site.requests.queue(stranger, QueueFilter.all())).isEmpty();
        assertThat(site.requests.of(stranger, item.id())).isEmpty();
    }
}
