package jp.kiyome.approval.job;

/** How far a job is. */
public enum JobState {
    RUNNING,
    /** Somebody stopped it; it can go on. */
    STOPPED,
    /** The program ended on the way; it can go on. */
    INTERRUPTED,
    /** Something of ours went wrong; it can go on. */
    FAILED,
    DONE
}
