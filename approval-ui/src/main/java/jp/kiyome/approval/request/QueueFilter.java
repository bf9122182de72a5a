package jp.kiyome.approval.request;

import java.time.Instant;
import java.util.Optional;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Kind;

/**
 * Which of the waiting requests are wanted: all that stands here must hold, what is empty holds for every one.
 *
 * @param type the id of the item's type
 * @param until asked for then or earlier
 */
public record QueueFilter(
        Optional<Group> group,
        Optional<Kind> kind,
        Optional<Wanted> wanted,
        Optional<String> type,
        Optional<Instant> until) {

    /** Everything that waits. */
    public static QueueFilter all() {
        return new QueueFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
