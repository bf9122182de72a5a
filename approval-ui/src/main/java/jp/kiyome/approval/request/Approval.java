package jp.kiyome.approval.request;

import java.time.Instant;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.core.finding.Untrusted;

/**
 * What somebody has decided in a chain.
 *
 * @param step and
 * @param slot which place of the chain they filled
 * @param standsFor in whose place; empty for oneself
 */
public record Approval(
        int step,
        int slot,
        Decision decision,
        AccountName by,
        Optional<Approver> standsFor,
        Instant at,
        Untrusted comment) {

    /** Whether somebody has decided, or another in their place. */
    boolean involves(AccountName name) {
        return by.equals(name) || standsFor.equals(Optional.of(new Approver.Named(name)));
    }
}
