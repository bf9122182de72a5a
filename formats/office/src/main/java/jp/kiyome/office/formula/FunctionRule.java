package jp.kiyome.office.formula;

import java.util.Locale;

/** What is to be checked of a call, by the words of {@code functions.allow}. */
public enum FunctionRule {
    CALCULATES,
    LINKS,
    REFERS,
    BINDS_PAIRS,
    BINDS;

    static FunctionRule named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
