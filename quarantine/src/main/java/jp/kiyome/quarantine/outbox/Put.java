package jp.kiyome.quarantine.outbox;

/** What became of a letter that was put. */
public enum Put {
    /** It will be sent. */
    TAKEN,
    /** It was put before. */
    KNOWN,
    /** Its recipient had too many within the hour: it is counted, and not sent. */
    WITHHELD
}
