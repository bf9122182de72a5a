package jp.kiyome.approval.job;

import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.work.Treatment;

/** How items of an organisation are processed again. Threads share it. */
public interface Treatments {

    /** A treatment, to be used until it is closed. */
    interface Opened extends AutoCloseable {

        Treatment treatment();

        @Override
        void close();
    }

    /**
     * Opens one.
     *
     * @param policy the text to be tried; empty for the policy that holds
     * @throws jp.kiyome.core.policy.file.PolicyInvalid when that cannot be used
     */
    Opened open(Organisation organisation, Untrusted policy);
}
