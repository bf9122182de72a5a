package jp.kiyome.approval.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Person;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The accounts of organisations. Every change, and everyone who came in or was refused, is in the organisation's trail. Threads and
 * processes may share it.
 */
public final class Accounts {

    /** Wrong passwords or codes in a row that bar an account. */
    public static final int MOST_FAILURES = 5;
    /** How long it stays barred. */
    public static final Duration BARRED = Duration.ofMinutes(15);

    private final Ledger ledger;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords();

    public Accounts(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public Optional<Account> find(Organisation organisation, AccountName name) {
        return ledger.read(organisation, rows -> AccountRows.find(rows, name));
    }

    /** All of an organisation, by name. */
    public List<Account> all(Organisation organisation) {
        return ledger.read(organisation, AccountRows::all);
    }

    /**
     * Makes an account.
     *
     * @return its first password, to be changed when it is first used; empty when there is such an account already
     */
    public Optional<String> add(Actor who, Person person) {
        String first = Passwords.fresh();
        String hash = passwords.hash(first);
        return ledger.change(person.organisation(), who, change -> {
            if (AccountRows.find(change.rows(), person.name()).isPresent()) {
                return Optional.<String>empty();
            }
            AccountRows.insert(change.rows(), person, hash);
            record(change, "account.add", person.name(), Map.of("grants", grants(person)));
            return Optional.of(first);
        });
    }

    private static String grants(Person person) {
        return person.grants().stream()
                .map(grant -> grant.role().word() + "@" + grant.group())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /**
     * Gives an account a new first password, and takes its second factor away.
     *
     * @return the password; empty when there is no such account
     */
    public Optional<String> reset(Organisation organisation, Actor who, AccountName name) {
        String first = Passwords.fresh();
        String hash = passwords.hash(first);
        return ledger.change(organisation, who, change -> {
            if (AccountRows.find(change.rows(), name).isEmpty()) {
                return Optional.<String>empty();
            }
            AccountRows.password(change.rows(), name, hash, true);
            AccountRows.totp(change.rows(), name, "", 0);
            record(change, "account.reset", name, Map.of());
            return Optional.of(first);
        });
    }

    /**
     * Lets nobody in as somebody any more, or again; sessions end at once.
     *
     * @return false when there is no such account
     */
    public boolean lock(Organisation organisation, Actor who, AccountName name, boolean locked) {
        return ledger.change(organisation, who, change -> {
            if (AccountRows.find(change.rows(), name).isEmpty()) {
                return false;
            }
            AccountRows.locked(change.rows(), name, locked);
            record(change, locked ? "account.lock" : "account.unlock", name, Map.of());
            return true;
        });
    }

    /** The first step: name and password. What comes of it takes as long for an account that does not exist. */
    public SignIn signIn(Organisation organisation, AccountName name, String password) {
        Optional<Account> found = find(organisation, name);
        if (found.isEmpty()) {
            passwords.compareWithNobodys(password);
            return new SignIn.Refused();
        }
        boolean right = passwords.matches(password, found.get().password());
        return ledger.change(organisation, Actor.person(name.value()), change -> {
            Account account = AccountRows.find(change.rows(), name).orElseThrow();
            // The password that was compared must still be the account's.
            boolean same = account.password().equals(found.get().password());
            return settle(change, account, right && same, "account.sign-in");
        });
    }

    /** The second step, where the account has one: the code of this moment, each taken once. */
    public SignIn secondFactor(Organisation organisation, AccountName name, String code) {
        return ledger.change(organisation, Actor.person(name.value()), change -> {
            Account account = AccountRows.find(change.rows(), name).orElseThrow();
            OptionalLong step = account.hasSecondFactor()
                    ? Totp.match(account.totp(), code, clock.instant(), account.totpStep())
                    : OptionalLong.empty();
            if (account.isOpen(change.now()) && step.isPresent()) {
                AccountRows.totp(change.rows(), name, account.totp(), step.getAsLong());
            }
            return settle(change, account, step.isPresent(), "account.second-factor");
        });
    }

    private static SignIn settle(Change change, Account account, boolean right, String action) {
        AccountName name = account.person().name();
        Instant now = change.now();
        if (!account.isOpen(now)) {
            record(change, action, name, Map.of("result", account.locked() ? "locked" : "barred"));
            return new SignIn.Refused();
        }
        if (!right) {
            int failures = account.failures() + 1;
            boolean over = failures >= MOST_FAILURES;
            AccountRows.failures(
                    change.rows(), name, over ? 0 : failures, over ? now.plus(BARRED) : account.barredUntil());
            record(change, action, name, Map.of("result", over ? "wrong, barred now" : "wrong"));
            return new SignIn.Refused();
        }
        // With a second factor the count goes on until that is right too: else its codes could be tried without end.
        boolean done = !account.hasSecondFactor() || action.equals("account.second-factor");
        if (done) {
            AccountRows.failures(change.rows(), name, 0, AccountRows.LONG_AGO);
        }
        record(change, action, name, Map.of("result", "right"));
        return new SignIn.Welcome(account);
    }

    /**
     * Changes a password, by whoever knows the old one. Sessions from before are over.
     *
     * @return empty when the old one is wrong; the rule must take the new one
     */
    public Optional<Account> changePassword(Organisation organisation, AccountName name, String old, String fresh) {
        if (!PasswordRule.takes(name, fresh) || old.equals(fresh)) {
            throw new IllegalArgumentException("a password that the rule does not take");
        }
        if (!(signIn(organisation, name, old) instanceof SignIn.Welcome)) {
            return Optional.empty();
        }
        String hash = passwords.hash(fresh);
        return ledger.change(organisation, Actor.person(name.value()), change -> {
            AccountRows.password(change.rows(), name, hash, false);
            record(change, "account.password", name, Map.of());
            return AccountRows.find(change.rows(), name);
        });
    }

    /**
     * Begins to ask for a second factor, by whoever has shown a code of it.
     *
     * @param secret as {@link Totp#freshSecret} made it
     * @return whether the code was right
     */
    public boolean beginSecondFactor(Organisation organisation, AccountName name, String secret, String code) {
        return ledger.change(organisation, Actor.person(name.value()), change -> {
            OptionalLong step = Totp.match(secret, code, clock.instant(), 0);
            if (step.isEmpty()) {
                return false;
            }
            AccountRows.totp(change.rows(), name, secret, step.getAsLong());
            record(change, "account.second-factor-begun", name, Map.of());
            return true;
        });
    }

    private static void record(Change change, String action, AccountName name, Map<String, String> detail) {
        Map<String, String> fields = new HashMap<>(detail);
        fields.put("account", name.value());
        change.record(action, "", fields);
    }
}
