package jp.kiyome.core.report;

/** The words of readable reports. The texts stand in a table beside this class. */
enum ReportWord {
    REBUILT,
    BLOCKED,
    HELD,
    LOCKED,
    FAILED,
    REMOVED,
    REPLACED,
    CHANGED,
    KEPT,
    ACTION_BLOCKED,
    ACTION_HELD,
    ACTIVE,
    LEAK,
    STRUCTURE,
    NOTE,
    UNKNOWN_TYPE,
    NAME_BECOMES,
    REASON,
    HELD_BY_POLICY,
    BY_POLICY,
    NOTHING_FOUND,
    SIZES,
    SIZE,
    TIMES,
    ENGINE
}
