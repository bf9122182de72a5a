package jp.kiyome.approval.request;

import java.time.Instant;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.ItemId;

/**
 * Somebody's wish to have what is held, and what became of it.
 *
 * @param reason in the words of who asks
 * @param leads whether the item's state goes with the request's
 * @param bond what it is about, to the bit
 * @param progress how far it has come in its chain
 * @param decidedBy the account that decided last; empty before the request is over
 * @param decided when; the beginning of 1970 before
 * @param comment in the words of who decided
 */
public record Request(
        RequestId id,
        ItemId item,
        Wanted wanted,
        AccountName requester,
        Untrusted reason,
        Phase phase,
        Instant made,
        boolean leads,
        Bond bond,
        Progress progress,
        String decidedBy,
        Instant decided,
        Untrusted comment) {

    /** The same, farther on. */
    Request at(Progress farther) {
        return new Request(
                id, item, wanted, requester, reason, phase, made, leads, bond, farther, decidedBy, decided, comment);
    }
}
