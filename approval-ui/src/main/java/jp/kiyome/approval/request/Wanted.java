package jp.kiyome.approval.request;

/** What somebody asks for. */
public enum Wanted {
    /** What was built anew, though it is held. */
    SANITIZED,
    /** The bytes as they came. */
    ORIGINAL
}
