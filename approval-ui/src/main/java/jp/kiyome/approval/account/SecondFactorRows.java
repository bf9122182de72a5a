package jp.kiyome.approval.account;

import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.store.Secrets;

/**
 * Secrets of second factors in the table of accounts, sealed for their account alone: one that was copied to another account's row
 * does not open there. Threads may share it.
 */
final class SecondFactorRows {

    private final Secrets secrets;

    SecondFactorRows(Secrets secrets) {
        this.secrets = secrets;
    }

    /** In base 32. What stands in the clear was written before secrets were sealed. */
    String secret(Rows rows, Account account) {
        return Secrets.isSealed(account.totp()) ? secrets.open(rows, account.totp(), purpose(account)) : account.totp();
    }

    /** Sealed, whether it was or not. */
    void write(Rows rows, Account account, String secret, long step) {
        AccountRows.totp(rows, account.person().name(), secrets.seal(rows, secret, purpose(account)), step);
    }

    private static String purpose(Account account) {
        return "kiyome second factor 1: " + account.person().organisation() + "/"
                + account.person().name();
    }
}
