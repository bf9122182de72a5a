package jp.kiyome.core.policy.file;

import jp.kiyome.core.limit.LimitName;

/** What can be wrong with a policy file. The texts stand in a table beside this class. */
enum PolicyMessage {
    NOT_UTF_8,
    TOO_LARGE,
    SYNTAX,
    EMPTY,
    NOT_A_MAPPING,
    NOT_A_LIST,
    NOT_A_WORD,
    ANCHOR,
    TWICE,
    UNKNOWN_KEY,
    UNKNOWN_KEY_NEAR,
    UNKNOWN_WORD,
    VERSION,
    ALWAYS_BLOCKED,
    NO_UNLIMITED,
    NOT_BYTES,
    NOT_COUNT,
    NOT_TIME,
    RANGE,
    NOT_LET;

    /** That a text is no quantity of a unit. */
    static PolicyMessage notA(LimitName.Unit unit) {
        return switch (unit) {
            case BYTES -> NOT_BYTES;
            case COUNT -> NOT_COUNT;
            case MILLISECONDS -> NOT_TIME;
        };
    }
}
