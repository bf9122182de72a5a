package jp.kiyome.approval.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.quarantine.item.Organisation;

/**
 * What a session knows: whose it is, and how far they have come. What they may do is read anew for each request.
 *
 * @param generation of the account when it began: over when the account's is another
 * @param side the door where it began: at another it is nothing
 * @param session in the list of {@link Sessions}; empty before a second factor that is asked for
 * @param began when; a session ends by its age too
 */
public record Visit(
        Organisation organisation,
        AccountName name,
        long generation,
        Step step,
        Side side,
        Optional<UUID> session,
        Instant began) {

    /** After a right password, where a code is to come. */
    public static Visit beforeCode(Account account, Side side, Instant now) {
        return of(account, Step.CODE, side, Optional.empty(), now);
    }

    /** After all that was asked for. */
    public static Visit in(Account account, Side side, UUID session, Instant now) {
        return of(account, account.mustChange() ? Step.PASSWORD : Step.DONE, side, Optional.of(session), now);
    }

    private static Visit of(Account account, Step step, Side side, Optional<UUID> session, Instant now) {
        return new Visit(
                account.person().organisation(),
                account.person().name(),
                account.generation(),
                step,
                side,
                session,
                now);
    }
}
