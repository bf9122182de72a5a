package jp.kiyome.mail.relay;

import java.util.List;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.screening.Screening;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.VerdictSource;

/**
 * Those who are asked about mail and of whom some answer later. Threads share it.
 *
 * @param screening asks them without waiting, and weighs what they say later
 * @param sources all of them; they stay open
 * @param policy says how long a mail waits, and what is done then
 * @param listener told of threats that are named later
 */
public record Later(Screening screening, List<VerdictSource> sources, VerdictPolicy policy, ThreatListener listener) {

    public Later {
        sources = List.copyOf(sources);
    }
}
