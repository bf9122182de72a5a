package jp.kiyome.core.finding;

/** What a kind of finding means for the person who reads the report. */
public enum Severity {
    /** Could act by itself or on a click: code, links out, automatic actions. */
    ACTIVE,
    /** Tells more than the page shows: people, paths, history, hidden data. */
    LEAK,
    /** Not as the format's specification says, or not known to the allow-list. */
    STRUCTURE,
    /** A change in how something is written, without loss to the reader. */
    NOTE
}
