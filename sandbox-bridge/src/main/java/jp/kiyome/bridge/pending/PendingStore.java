package jp.kiyome.bridge.pending;

import java.util.List;

/**
 * Keeps what waits for verdicts, over restarts. Threads and processes may share a store; each method happens wholly or not at
 * all, and what it did stays done when it has returned.
 */
public interface PendingStore {

    /**
     * Takes an item in.
     *
     * @throws IllegalArgumentException when its id is known already, be it settled
     */
    void hold(PendingItem item);

    /** What is not settled, the earliest deadline first, then by id. */
    List<PendingItem> waiting();

    /**
     * Settles an item that waits. Of any number of calls for one item, in whatever processes, one alone gives {@code true}.
     */
    boolean settle(Settlement settlement);

    /** What is settled and not yet {@link #acted} on, in the order of settling. */
    List<Settlement> settled();

    /** Says that a settlement was carried out; nothing happens when that was said before. */
    void acted(String id);
}
