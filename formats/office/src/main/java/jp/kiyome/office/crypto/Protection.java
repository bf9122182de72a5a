package jp.kiyome.office.crypto;

import java.util.Optional;
import jp.kiyome.core.limit.Budget;

/** How a file is locked, as its EncryptionInfo says. Immutable. */
sealed interface Protection permits AgileProtection, StandardProtection {

    /**
     * Tries a password.
     *
     * @return the key, where it is the right one
     * @throws jp.kiyome.core.finding.Refusal when trying would take too long
     */
    Optional<PackageKey> unlock(String password, Budget budget);

    /** Whether it locks with the algorithms that {@link Locking} writes. */
    boolean current();

    /** Whether tampering with the locked package shows. */
    boolean integrity();

    /** Ways to the key besides the password. */
    int otherKeyHolders();

    /** The algorithms, for a report. */
    String describe();
}
