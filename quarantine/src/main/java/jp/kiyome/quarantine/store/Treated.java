package jp.kiyome.quarantine.store;

import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.reprocess.task.SkipReason;

/** What the engine made of something that was processed again. */
public sealed interface Treated {

    /** The task's number in its run. */
    long number();

    /**
     * An item of the store.
     *
     * @param output staged, when it was rebuilt
     * @param advice of others
     */
    record Again(long number, ItemId item, Conclusion conclusion, Optional<Staged> output, Advice advice)
            implements Treated {}

    /**
     * Something from outside the store.
     *
     * @param arrival its id made from what it is, so that it is known when it comes a second time
     * @param original staged; empty in a dry run
     * @param output staged, when it was rebuilt
     * @param advice of others
     */
    record Taken(
            long number,
            Arrival arrival,
            Optional<Staged> original,
            Conclusion conclusion,
            Optional<Staged> output,
            Advice advice)
            implements Treated {}

    /** Nothing, for a reason. */
    record Skipped(long number, Optional<ItemId> item, SkipReason reason, Untrusted detail) implements Treated {

        public static Skipped of(long number, ItemId item, SkipReason reason) {
            return new Skipped(number, Optional.of(item), reason, Untrusted.nothing());
        }
    }
}
