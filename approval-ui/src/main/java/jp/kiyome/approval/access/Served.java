package jp.kiyome.approval.access;

/** At which doors a page of the table is. */
public enum Served {
    BOTH,
    INTERNET,
    LGWAN,
    /** Wherever the settings have approvals made. */
    APPROVALS,
    /** Wherever the settings have originals handed out. */
    ORIGINALS
}
