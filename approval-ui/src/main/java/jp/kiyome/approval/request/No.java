package jp.kiyome.approval.request;

/** Something that is not done; nothing was changed. */
public final class No extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** There is no such thing, for this person. */
        NOTHING_THERE,
        /** This person may not. */
        NOT_ALLOWED,
        /** Nobody decides on what they asked for, or what is theirs. */
        OWN_REQUEST,
        /** Others are to decide first, or instead. */
        NOT_YOUR_TURN,
        /** Nobody decides twice in one chain, themselves or by another in their place. */
        DECIDED_ALREADY,
        /** The state is another by now. */
        WRONG_STATE,
        /** The item is not what was asked for any more. */
        LAPSED,
        /** A reason, or a comment, is missing or too long. */
        NO_REASON,
        /** The password for the ZIP file is too short. */
        NO_PASSWORD,
        /** There is one like it that waits. */
        ASKED_ALREADY,
        /** An original is approved by somebody who has opened the request. */
        LOOK_FIRST,
        /** This file of a mail cannot be fetched by itself. */
        NO_SUCH_PART
    }

    private final Why why;

    public No(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
