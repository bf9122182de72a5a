package jp.kiyome.approval.access;

/** What somebody must be to the thing that a path names. */
public enum Relation {
    /** The path names nothing. */
    NONE,
    /** An item that somebody handed in, or a mail to them. */
    OWN,
    /** A request that somebody made. */
    REQUESTER,
    /** A request that is, was or could have been somebody's to decide on, so far as it has come. */
    DECIDER,
    /** An item of a group that somebody oversees. */
    OVERSEER,
    /** A job about items of a group that somebody oversees. */
    OFFICER,
    /** A trial of a policy of the organisation. */
    GOVERNOR
}
