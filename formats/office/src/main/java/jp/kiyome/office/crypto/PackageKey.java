package jp.kiyome.office.crypto;

import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/** The key of one locked package. */
@FunctionalInterface
interface PackageKey {

    /**
     * Opens the package.
     *
     * @throws jp.kiyome.core.finding.Refusal when it is shorter than it says, or was tampered with
     */
    void open(LockedPackage locked, Sink plain, Budget budget);
}
