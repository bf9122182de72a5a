package jp.kiyome.approval.picture;

/** Which of an item's two files. */
public enum Version {
    /** The original. */
    BEFORE,
    /** What was built of it. */
    AFTER
}
