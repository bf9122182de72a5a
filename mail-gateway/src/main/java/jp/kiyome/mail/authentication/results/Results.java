package jp.kiyome.mail.authentication.results;

import java.util.List;
import java.util.Optional;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dmarc.DmarcResult;
import jp.kiyome.mail.authentication.spf.SpfResult;

/**
 * Who a mail is from, as far as can be told.
 *
 * @param dkim one for each signature; empty where there is none
 * @param upstream whose word it is; empty where it was found out here
 */
public record Results(SpfResult spf, List<DkimResult> dkim, DmarcResult dmarc, Optional<DomainName> upstream) {

    public Results {
        dkim = List.copyOf(dkim);
    }

    /** Whether a signature of this domain holds. */
    public boolean isSignedBy(DomainName domain) {
        return dkim.stream()
                .anyMatch(
                        one -> one.outcome() == DkimOutcome.PASS && one.domain().equals(domain.name()));
    }

    /** One Authentication-Results field with its line end, to be put before all others. */
    public String header(DomainName authservId) {
        return ResultsWriter.field(this, authservId);
    }
}
