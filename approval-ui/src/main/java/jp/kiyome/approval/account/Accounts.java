package jp.kiyome.approval.account;

import static jp.kiyome.approval.account.Settlement.record;
import static jp.kiyome.approval.account.Settlement.settle;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Person;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;

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
    private final SecondFactorRows factors;
    private final Passwords passwords = new Passwords();

    /** @param store opened with the tables of {@link WebTables} */
    public Accounts(Store store, InstantSource clock) {
        this.ledger = store.ledger();
        this.clock = clock;
        this.factors = new SecondFactorRows(store.secrets());
    }

    public Optional<Account> find(Organisation organisation, AccountName name) {
        return ledger.read(organisation, rows -> AccountRows.find(rows, name));
    }

    /** The same as part of a change, or of a reading, that does more. */
    public static Optional<Account> find(Rows rows, AccountName name) {
        return AccountRows.find(rows, name);
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

    static String grants(Person person) {
        return person.grants().stream()
                .map(grant -> grant.role().word() + "@" + grant.group())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /**
     * What a reset leaves behind.
     *
     * @param firstPassword to be changed when it is first used; empty where the password is kept elsewhere
     */
    public record Reset(Optional<String> firstPassword) {

        /** No secrets in a log. */
        @Override
        public String toString() {
            return "Reset[]";
        }
    }

    /**
     * Gives an account a new first password, where it is ours, and takes its second factor away.
     *
     * @return empty when there is no such account
     */
    public Optional<Reset> reset(Organisation organisation, Actor who, AccountName name) {
        String first = Passwords.fresh();
        String hash = passwords.hash(first);
        return ledger.change(organisation, who, change -> {
            Optional<Account> account = AccountRows.find(change.rows(), name);
            if (account.isEmpty()) {
                return Optional.<Reset>empty();
            }
            boolean ours = account.get().origin() == Origin.LOCAL;
            if (ours) {
                AccountRows.password(change.rows(), name, hash, true);
            }
            AccountRows.totp(change.rows(), name, "", 0);
            RecoveryCodes.forget(change.rows(), name);
            record(change, "account.reset", name, Map.of());
            return Optional.of(new Reset(ours ? Optional.of(first) : Optional.empty()));
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

    /**
     * The first step: name and password, for those whose password is ours. What comes of it takes as long for an account that does not
     * exist, or whose password is kept elsewhere.
     */
    public SignIn signIn(Organisation organisation, AccountName name, String password) {
        Optional<Account> found = find(organisation, name);
        if (found.isEmpty() || found.get().origin() != Origin.LOCAL) {
            passwords.compareWithNobodys(password);
            return new SignIn.Refused();
        }
        boolean right = passwords.matches(password, found.get().password());
        return ledger.change(organisation, Actor.person(name.value()), change -> {
            Account account = AccountRows.find(change.rows(), name).orElseThrow();
            // The password that was compared must still be the account's.
            boolean same = account.password().equals(found.get().password());
            return settle(change, account, right && same, Settlement.SIGN_IN);
        });
    }

    /** The second step, where the account has one: the code of this moment, or one that stands in for it; each is taken once. */
    public SignIn secondFactor(Organisation organisation, AccountName name, String code) {
        return ledger.change(organisation, Actor.person(name.value()), change -> {
            Account account = AccountRows.find(change.rows(), name).orElseThrow();
            if (!account.hasSecondFactor()) {
                return settle(change, account, false, Settlement.SECOND_FACTOR);
            }
            if (RecoveryCodes.isOne(code)) {
                return settle(change, account, recovered(change, account, code), Settlement.SECOND_FACTOR);
            }
            String secret = factors.secret(change.rows(), account);
            OptionalLong step = Totp.match(secret, code, clock.instant(), account.totpStep());
            if (account.isOpen(change.now()) && step.isPresent()) {
                factors.write(change.rows(), account, secret, step.getAsLong());
            }
            return settle(change, account, step.isPresent(), Settlement.SECOND_FACTOR);
        });
    }

    /** Whoever is kept out loses no code by it. */
    private static boolean recovered(Change change, Account account, String code) {
        AccountName name = account.person().name();
        if (!account.isOpen(change.now()) || !RecoveryCodes.take(change.rows(), name, code)) {
            return false;
        }
        String left = Integer.toString(RecoveryCodes.left(change.rows(), name));
        record(change, "account.recovery-code", name, Map.of("left", left));
        return true;
    }

    /**
     * Makes codes that stand in for the second factor, in the place of those from before, for whoever shows a code of it.
     *
     * @return to be shown once; empty when the code is wrong or there is no second factor
     */
    public List<String> renewRecoveryCodes(Organisation organisation, AccountName name, String code) {
        if (RecoveryCodes.isOne(code) || !(secondFactor(organisation, name, code) instanceof SignIn.Welcome)) {
            return List.of();
        }
        return ledger.change(organisation, Actor.person(name.value()), change -> {
            record(change, "account.recovery-codes", name, Map.of());
            return RecoveryCodes.renew(change.rows(), name);
        });
    }

    /** How many of them somebody has. */
    public int recoveryCodesLeft(Organisation organisation, AccountName name) {
        return ledger.read(organisation, rows -> RecoveryCodes.left(rows, name));
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
            Account account = AccountRows.find(change.rows(), name).orElseThrow();
            factors.write(change.rows(), account, secret, step.getAsLong());
            RecoveryCodes.forget(change.rows(), name);
            record(change, "account.second-factor-begun", name, Map.of());
            return true;
        });
    }
}
