package jp.kiyome.core.report;

/** The words of readable reports. The texts stand in a table beside this class. */
enum ReportWord {
    REBUILT,
    BLOCKED,
    LOCKED,
    FAILED,
    REMOVED,
    REPLACED,
    CHANGED,
    KEPT,
    ACTION_BLOCKED,
    ACTIVE,
    LEAK,
    STRUCTURE,
    NOTE,
    UNKNOWN_TYPE,
    NAME_BECOMES,
    REASON,
    BY_POLICY,
    NOTHING_FOUND,
    SIZES,
    SIZE,
    TIMES,
    ENGINE
}
