package jp.kiyome.approval.access;

/** How far somebody has come with signing in. */
public enum Step {
    /** The password was right; the code of the second factor is to come. */
    CODE,
    /** A new password is to be chosen. */
    PASSWORD,
    /** Signed in. */
    DONE
}
