package jp.kiyome.testcorpus.sample;

/** How a sample may end. */
public enum Ending {
    /** Taken apart and built anew. */
    REBUILT,
    /** Blocked or failed: no output. */
    REFUSED,
    /** Either: the format leaves open whether the fault is mended or refused. */
    REBUILT_OR_REFUSED,
    /** Needs a password. */
    LOCKED
}
