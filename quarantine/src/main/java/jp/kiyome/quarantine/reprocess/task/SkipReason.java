package jp.kiyome.quarantine.reprocess.task;

/** Why something was not processed again. The texts stand in a table beside this class. */
public enum SkipReason {
    /** Under this engine and this policy it was done before. */
    ALREADY_DONE,
    /** Somebody processes it at this moment, or has not begun yet. */
    BEING_PROCESSED,
    /** Its time of retention is over. */
    EXPIRED,
    /** It is not where it was when it was selected. */
    GONE,
    /** The store's file is not as it was written. */
    DAMAGED,
    /** The worker, or the program itself, died of it as often as was allowed. */
    CRASHES,
    /** It was not done in time as often as was allowed. */
    TIME_OUT,
    /** It cannot be read. */
    UNREADABLE,
    /** Larger than the policy's limit, and so it is not brought into the store either. */
    TOO_LARGE,
    /** A symbolic link. */
    LINK,
    /** A device, a pipe, or something else that is no file. */
    NOT_A_FILE,
    /** A name that cannot be written down, or too many folders in each other. */
    BAD_NAME,
    /** An attachment beside the mail that it was taken from. */
    PART_OF_MAIL,
    /** In the folder of a mail queue or a mailbox, but no mail. */
    NOT_A_MAIL
}
