package jp.kiyome.core.policy;

import java.util.Locale;

/** How much a jail around the parsing of files is insisted on. */
public enum JailRule {
    /** Without a whole jail no file is parsed. What a server that faces others wants. */
    REQUIRED,
    /** As much of a jail as the machine gives; what is missing is told. */
    BEST_EFFORT,
    /** None. */
    OFF;

    /** As policy files and the command line write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
