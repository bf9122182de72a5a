package jp.kiyome.approval.request;

/** Where a request stands. */
public enum Phase {
    /** Waits for a decision. */
    OPEN,
    APPROVED,
    /** Not like this: may be asked again, better. */
    RETURNED,
    DENIED,
    /** Taken back by whoever asked. */
    RECALLED,
    /** The item is not what was asked for any more. */
    LAPSED
}
