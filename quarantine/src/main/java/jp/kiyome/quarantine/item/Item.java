package jp.kiyome.quarantine.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.report.Digest;

/**
 * A mail or a file in the store.
 *
 * @param arrival as it came; sender, recipients and title are empty once it is erased
 * @param original what identifies the bytes as they came
 * @param changed when the state last changed
 * @param conclusion what processing came to, last; empty before it and after it is erased
 * @param assessments what others said, in their order
 */
public record Item(
        Organisation organisation,
        Arrival arrival,
        Digest original,
        State state,
        Instant changed,
        Optional<Conclusion> conclusion,
        List<Assessment> assessments) {

    public Item {
        assessments = List.copyOf(assessments);
    }

    public ItemId id() {
        return arrival.id();
    }
}
