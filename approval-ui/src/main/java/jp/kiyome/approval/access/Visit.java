package jp.kiyome.approval.access;

import java.time.Instant;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.quarantine.item.Organisation;

/**
 * What a session knows: whose it is, and how far they have come. What they may do is read anew for each request.
 *
 * @param generation of the account when it began: over when the account's is another
 * @param began when; a session ends by its age too
 */
public record Visit(Organisation organisation, AccountName name, long generation, Step step, Instant began) {

    /** After a right password. */
    public static Visit begun(Account account, Instant now) {
        return new Visit(
                account.person().organisation(),
                account.person().name(),
                account.generation(),
                account.hasSecondFactor() ? Step.CODE : further(account),
                now);
    }

    /** After a right code. */
    public static Visit coded(Account account, Instant now) {
        return new Visit(
                account.person().organisation(), account.person().name(), account.generation(), further(account), now);
    }

    private static Step further(Account account) {
        return account.mustChange() ? Step.PASSWORD : Step.DONE;
    }
}
