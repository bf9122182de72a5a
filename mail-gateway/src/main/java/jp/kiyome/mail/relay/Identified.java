package jp.kiyome.mail.relay;

import java.util.Comparator;
import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.results.Results;
import jp.kiyome.quarantine.item.SenderIdentity;

/** Brings what was found out of a sender to what the store keeps of it. Stateless. */
final class Identified {

    private Identified() {}

    static SenderIdentity of(Results results) {
        Optional<DkimResult> signature = counting(results);
        return new SenderIdentity(
                SenderIdentity.Result.valueOf(results.spf().outcome().name()),
                Untrusted.of(results.spf().domain()),
                SenderIdentity.Result.valueOf(signature
                        .map(DkimResult::outcome)
                        .orElse(DkimOutcome.NONE)
                        .name()),
                Untrusted.of(signature.map(DkimResult::domain).orElse("")),
                SenderIdentity.Result.valueOf(results.dmarc().outcome().name()),
                Untrusted.of(results.dmarc().domain()),
                SenderIdentity.Wish.valueOf(results.dmarc().policy().name()),
                Untrusted.of(results.upstream().map(server -> server.name()).orElse("")));
    }

    /** One that holds before others, and of those one by the domain that people see; else the first. */
    private static Optional<DkimResult> counting(Results results) {
        Comparator<DkimResult> holds = Comparator.comparing(one -> one.outcome() != DkimOutcome.PASS);
        return results.dkim().stream().min(holds.thenComparing(one -> !one.domain()
                .equals(results.dmarc().domain())));
    }
}
