package jp.kiyome.approval.access;

/** Which door somebody stands at. */
public enum Side {
    /** The one door of a small site: all pages. */
    WHOLE,
    /** Of the Internet side: files come in here, and what is held is looked at. */
    INTERNET,
    /** Of the LGWAN side: what was sanitized is fetched here. */
    LGWAN;

    /** Where a request says it; set by the connector it came by, never by what it says itself. */
    public static final String ATTRIBUTE = "jp.kiyome.approval.side";
}
