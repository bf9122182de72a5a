package jp.kiyome.quarantine.reprocess.task;

/** How the bytes of a file outside the store are to be read. */
public enum Reading {
    /** As they lie there. */
    WHOLE,
    /** Compressed with gzip (RFC 1952), as amavis keeps mails. */
    GZIP,
    /** A message of an mbox file: some of its lines have a {@code >} too many (RFC 4155, appendix A). */
    MBOX
}
