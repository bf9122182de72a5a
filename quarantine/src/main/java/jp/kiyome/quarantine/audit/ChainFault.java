package jp.kiyome.quarantine.audit;

/**
 * Where a trail is not what was written.
 *
 * @param number of the record
 */
public record ChainFault(Kind kind, long number) {

    /** What is wrong. */
    public enum Kind {
        /** Its fields do not give its hash. */
        CHANGED,
        /** It does not hang on the record before it: that one was exchanged, or this one put in. */
        UNLINKED,
        /** The record of this number is gone. */
        MISSING,
        /** The head of the trail is another than its last record. */
        WRONG_HEAD,
        /** The trail does not have the record that a head kept elsewhere names. */
        NOT_AS_EXPORTED
    }

    @Override
    public String toString() {
        return kind + " " + number;
    }
}
