package jp.kiyome.approval.deputy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.Group;

/**
 * Who decides in whose place. An approver names a deputy for themselves; an officer of the whole organisation for others, never
 * themselves. A deputy's own deputies do not go on. Each step is in the trail. Threads and processes may share it.
 */
public final class Deputies {

    /** From one day to another at most. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Characters of a reason. */
    public static final int LONGEST_REASON = 1000;

    /** People who may decide, of one organisation, at most. */
    private static final int MOST = 500;

    private static final List<String> ROLES = Stream.of(Role.values())
            .filter(role -> role.permissions().contains(Permission.DECIDE))
            .map(Role::name)
            .toList();

    private final Ledger ledger;
    private final Herald herald;
    private final InstantSource clock;

    public Deputies(Ledger ledger, Herald herald, InstantSource clock) {
        this.ledger = ledger;
        this.herald = herald;
        this.clock = clock;
    }

    /** What became of a wish to name a deputy. */
    public enum Answer {
        DONE,
        /** One of the two may decide nothing, is locked, or is not there; or both are the same. */
        NOBODY,
        /** It ends before it begins, or before now, or is too long. */
        NO_SPAN,
        /** It is for others, and nothing, or too much, says why. */
        NO_REASON,
        /** This is somebody else's to say. */
        NOT_YOURS
    }

    /** Whether somebody may name deputies of others. */
    public static boolean mayNameForOthers(Person person) {
        return person.may(Permission.OVERSEE, Group.WHOLE);
    }

    /**
     * Names a deputy, and tells both of the two by letter.
     *
     * @param until from then on not any more
     * @param typed why; needed for others
     */
    public Answer name(
            Person who, AccountName approver, AccountName deputy, Instant from, Instant until, String typed) {
        boolean own = who.name().equals(approver);
        if (!own && (!mayNameForOthers(who) || who.name().equals(deputy))) {
            return Answer.NOT_YOURS;
        }
        if (!until.isAfter(from)
                || !until.isAfter(clock.instant())
                || Duration.between(from, until).compareTo(LONGEST) > 0) {
            return Answer.NO_SPAN;
        }
        if (typed.strip().length() > LONGEST_REASON || !own && typed.isBlank()) {
            return Answer.NO_REASON;
        }
        Untrusted reason = Untrusted.of(typed.strip());
        return ledger.change(who.organisation(), who.actor(), change -> {
            if (approver.equals(deputy) || !decides(change.rows(), approver) || !decides(change.rows(), deputy)) {
                return Answer.NOBODY;
            }
            Deputation one = new Deputation(
                    UUID.randomUUID(),
                    approver,
                    deputy,
                    from,
                    until,
                    who.actor().toString());
            DeputationRows.insert(change.rows(), one);
            record(change, "deputy.name", one, reason);
            herald.tell(change, one, Herald.Occasion.NAMED, who, reason);
            return Answer.DONE;
        });
    }

    private static boolean decides(Rows rows, AccountName name) {
        return Accounts.find(rows, name)
                .filter(account -> !account.locked() && account.person().may(Permission.DECIDE))
                .isPresent();
    }

    /**
     * Ends a deputation before its time.
     *
     * @return false when it is not theirs to end, or is over
     */
    public boolean end(Person who, UUID id) {
        return ledger.change(who.organisation(), who.actor(), change -> {
            Optional<Deputation> found = DeputationRows.find(change.rows(), id)
                    .filter(one -> one.until().isAfter(change.now()))
                    .filter(one -> one.approver().equals(who.name()) || mayNameForOthers(who));
            found.ifPresent(one -> {
                DeputationRows.end(change.rows(), id, change.now());
                record(change, "deputy.end", one, Untrusted.nothing());
                herald.tell(change, one, Herald.Occasion.ENDED, who, Untrusted.nothing());
            });
            return found.isPresent();
        });
    }

    private static void record(Change change, String action, Deputation one, Untrusted reason) {
        change.record(
                action,
                "",
                Map.of(
                        "approver", one.approver().value(),
                        "deputy", one.deputy().value(),
                        "from", one.from().toString(),
                        "until", one.until().toString(),
                        "reason", reason.unescaped()));
    }

    /** What is not over and somebody is in; for an officer of the whole organisation all. */
    public List<Deputation> of(Person person) {
        Optional<AccountName> whose = mayNameForOthers(person) ? Optional.empty() : Optional.of(person.name());
        return ledger.read(person.organisation(), rows -> DeputationRows.all(rows, whose, clock.instant()));
    }

    /** Whoever has a role by which one may decide anything, by name. */
    public static List<Person> deciders(Rows rows) {
        return rows
                .sql("""
                select distinct a.name from account a join account_role r on r.organisation = a.organisation and r.account = a.name
                where a.organisation = :organisation and not a.locked and r.role in (:roles) order by a.name limit :most""")
                .param("roles", ROLES)
                .param("most", MOST)
                .query((row, number) -> new AccountName(row.getString("name")))
                .list()
                .stream()
                .flatMap(name -> Accounts.find(rows, name).stream())
                .map(Account::person)
                .toList();
    }

    /** The same for a page. */
    public List<Person> deciders(Person person) {
        return ledger.read(person.organisation(), Deputies::deciders);
    }

    /** Those in whose place somebody may decide then, who could themselves. */
    public static List<Person> placesOf(Rows rows, AccountName deputy, Instant at) {
        return DeputationRows.of(rows, deputy, at).stream()
                .map(Deputation::approver)
                .distinct()
                .flatMap(name -> Accounts.find(rows, name).stream())
                .filter(account -> !account.locked())
                .map(Account::person)
                .toList();
    }

    /** Who may decide in somebody's place then. */
    public static List<Person> standingIn(Rows rows, AccountName approver, Instant at) {
        return DeputationRows.standingIn(rows, approver, at).stream()
                .map(Deputation::deputy)
                .distinct()
                .flatMap(name -> Accounts.find(rows, name).stream())
                .filter(account -> !account.locked())
                .map(Account::person)
                .toList();
    }
}
