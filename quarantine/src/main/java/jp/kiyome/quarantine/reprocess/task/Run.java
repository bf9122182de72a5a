package jp.kiyome.quarantine.reprocess.task;

import java.util.UUID;

/**
 * A run of reprocessing.
 *
 * @param tasks how many; {@link #NOT_SELECTED} until all are known
 */
public record Run(UUID id, Plan plan, long tasks) {

    /** Its items are not all selected yet. */
    public static final long NOT_SELECTED = -1;

    public boolean selected() {
        return tasks != NOT_SELECTED;
    }
}
