package jp.kiyome.quarantine.reprocess.work;

import java.util.List;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Kind;

/**
 * Has a file processed, and asks others about it before and after where that is wanted. What they forbid has no output in the
 * outcome. Threads may share it.
 */
@FunctionalInterface
public interface Consultation {

    /** Sends a file through a sanitizer, or blocks it for what was said. */
    Consulted on(Origin origin, Job job, Sanitizer sanitizer);

    /** What is known of an item beside its bytes. */
    record Origin(Kind kind, Untrusted sender, List<Untrusted> recipients) {

        public Origin {
            recipients = List.copyOf(recipients);
        }
    }

    /** How a file ended, and what was said of it. */
    record Consulted(Outcome outcome, Advice advice) {}

    /** Nobody is asked. */
    static Consultation withNobody() {
        return (origin, job, sanitizer) -> new Consulted(sanitizer.sanitize(job), Advice.none());
    }
}
