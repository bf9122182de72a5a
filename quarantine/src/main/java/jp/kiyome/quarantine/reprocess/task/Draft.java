package jp.kiyome.quarantine.reprocess.task;

import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;

/**
 * What a selection found.
 *
 * @param skip why it is not to be done at all, with what there is to say beside
 */
public record Draft(Subject subject, Optional<Skip> skip) {

    /** Why something is left out. */
    public record Skip(SkipReason reason, Untrusted detail) {}

    public static Draft of(Subject subject) {
        return new Draft(subject, Optional.empty());
    }

    public static Draft skipped(Subject subject, SkipReason reason, String detail) {
        return new Draft(subject, Optional.of(new Skip(reason, Untrusted.of(detail))));
    }
}
