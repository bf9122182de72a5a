package jp.kiyome.quarantine.heartbeat;

/** What a measure is about. */
public enum Area {
    /** Pieces of the jail that are missing. */
    JAIL,
    /** Workers since the start: how many, and what became of them. */
    WORKERS,
    /** Somebody who is asked about files. */
    SCANNER,
    /** A server that mail is handed to. */
    NEXT_HOP,
    /** Room where files lie. */
    DISK,
    /** Mails since the start. */
    MAIL
}
