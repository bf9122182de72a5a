package jp.kiyome.quarantine.reprocess.task;

/** How what an item comes to now stands to what it came to before; {@link Comparison} says exactly when which. */
public enum Result {
    /** Nobody receives more or less than before. */
    SAME,
    /** More of it comes out, or it comes out at all. */
    BETTER,
    /** It comes out, with less in it, or with something else missing than before. */
    WORSE,
    /** It came out or waited for a password; now it is blocked, or fails. */
    NOW_BLOCKED,
    /** It came out or was blocked; now it waits for a password. */
    NOW_LOCKED,
    /** It comes out as before; but by what others say of it now, somebody has to look first. */
    NOW_HELD,
    /** There is nothing to compare with: it came from outside the store. */
    FIRST,
    /** It was not processed; the reason says why. */
    SKIPPED
}
