package jp.kiyome.core.report;

/** How a file ended. Every file ends as exactly one of these; only the first has an output. */
public enum Verdict {
    REBUILT,
    BLOCKED,
    LOCKED,
    FAILED
}
