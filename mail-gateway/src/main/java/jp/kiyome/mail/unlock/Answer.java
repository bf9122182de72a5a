package jp.kiyome.mail.unlock;

/** What came of trying passwords on an item. */
public enum Answer {
    /** Something in it is open now, and will be delivered. */
    OPENED,
    /** None of them opens anything. */
    WRONG,
    /** It was tried too often: nothing was tried. */
    TOO_MANY_TRIES,
    /** What is in it is open, and a rule of the organisation keeps it back. */
    KEPT_BACK,
    /** Nothing in it is locked, or not for them any more. */
    NOT_LOCKED,
    /** There is no such item, not for them, or it has been erased. */
    GONE
}
