package jp.kiyome.approval.account;

import static jp.kiyome.approval.account.Settlement.record;

import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Person;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Accounts of people whom a directory or a provider vouches for. They are made and brought up to date when somebody signs in; locks,
 * bars and second factors are as for any other. A local account is never anybody else's. Threads and processes may share it.
 */
public final class OutsideAccounts {

    private final Ledger ledger;

    public OutsideAccounts(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Whether somebody may try at all: the directory is asked nothing about an account that is locked, barred or not of this origin.
     * What is refused here is in the trail.
     */
    public boolean mayTry(Origin origin, Organisation organisation, AccountName name) {
        return ledger.change(organisation, Actor.person(name.value()), change -> {
            Optional<Account> account = AccountRows.find(change.rows(), name);
            if (account.isEmpty()) {
                return true;
            }
            if (account.get().origin() != origin) {
                return false;
            }
            if (account.get().isOpen(change.now())) {
                return true;
            }
            Settlement.settle(change, account.get(), false, Settlement.SIGN_IN);
            return false;
        });
    }

    /** Counts a wrong password where there is an account, and records it in any case. */
    public void refuse(Organisation organisation, AccountName name) {
        ledger.change(organisation, Actor.person(name.value()), change -> {
            Optional<Account> account = AccountRows.find(change.rows(), name);
            account.ifPresentOrElse(
                    one -> Settlement.settle(change, one, false, Settlement.SIGN_IN),
                    () -> record(change, Settlement.SIGN_IN, name, Map.of("result", "wrong")));
            return account.isPresent();
        });
    }

    /** Records why somebody is not let in that is not their fault: nothing is counted. */
    public void recordRefusal(Organisation organisation, AccountName name, String why) {
        ledger.change(organisation, Actor.person(name.value()), change -> {
            record(change, Settlement.SIGN_IN, name, Map.of("result", why));
            return why;
        });
    }

    /** Records that a provider's word for somebody was not taken. */
    public void recordStranger(Organisation organisation, String why) {
        ledger.change(organisation, Actor.service("web"), change -> {
            change.record(Settlement.SIGN_IN, "", Map.of("result", why, "origin", Origin.PROVIDER.name()));
            return why;
        });
    }

    /**
     * Lets somebody in whom their directory or provider vouches for, as it tells of them now.
     *
     * @param subject issuer and subject at a provider; empty for a directory. An account is bound to the first it was made for
     */
    public SignIn admit(Origin origin, String subject, Person person) {
        return ledger.change(person.organisation(), person.actor(), change -> {
            Optional<Account> known = AccountRows.find(change.rows(), person.name());
            if (isAnothers(change, known, origin, subject, person)) {
                record(change, Settlement.SIGN_IN, person.name(), Map.of("result", "the account is another's"));
                return new SignIn.Refused();
            }
            if (known.isEmpty() || known.get().isOpen(change.now())) {
                bringUpToDate(change, known, origin, subject, person);
            }
            Account account = AccountRows.find(change.rows(), person.name()).orElseThrow();
            return Settlement.settle(change, account, true, Settlement.SIGN_IN);
        });
    }

    private static boolean isAnothers(
            Change change, Optional<Account> known, Origin origin, String subject, Person person) {
        boolean ofSomebodyElse = known.filter(account ->
                        account.origin() != origin || !account.subject().equals(subject))
                .isPresent();
        boolean underAnotherName = !subject.isEmpty()
                && AccountRows.ofSubject(change.rows(), subject)
                        .filter(name -> !name.equals(person.name()))
                        .isPresent();
        return ofSomebodyElse || underAnotherName;
    }

    private static void bringUpToDate(
            Change change, Optional<Account> known, Origin origin, String subject, Person told) {
        Person person = told;
        if (!told.mail().isEmpty() && AccountRows.isAnothersMail(change.rows(), told)) {
            person = new Person(told.organisation(), told.name(), told.fullName(), "", told.group(), told.grants());
            record(change, "account.mail-taken", told.name(), Map.of("mail", told.mail()));
        }
        if (known.isEmpty()) {
            AccountRows.insertOutside(change.rows(), person, origin, subject);
            record(
                    change,
                    "account.add",
                    person.name(),
                    Map.of("grants", Accounts.grants(person), "origin", origin.name()));
        } else if (!same(known.get().person(), person)) {
            AccountRows.update(change.rows(), person);
            record(change, "account.change", person.name(), Map.of("grants", Accounts.grants(person)));
        }
    }

    private static boolean same(Person before, Person now) {
        return before.fullName().equals(now.fullName())
                && before.mail().equals(now.mail())
                && before.group().equals(now.group())
                && Accounts.grants(before).equals(Accounts.grants(now));
    }
}
