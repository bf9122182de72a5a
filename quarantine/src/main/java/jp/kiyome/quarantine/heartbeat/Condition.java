package jp.kiyome.quarantine.heartbeat;

/** Whether somebody has to look. */
public enum Condition {
    GOOD,
    /** It works; somebody should look soon. */
    DOUBTFUL,
    /** It does not work. */
    BAD
}
