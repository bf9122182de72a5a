package jp.kiyome.approval.access;

/** What the door says. */
public enum Answer {
    COME_IN,
    /** First sign in, or go on with it. */
    SIGN_IN,
    /** Not with these permissions. */
    FORBIDDEN,
    /** No such page, or nothing of theirs. */
    NOT_THERE,
    /** Not in this state. */
    NOT_NOW
}
