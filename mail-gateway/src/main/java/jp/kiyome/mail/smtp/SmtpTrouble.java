package jp.kiyome.mail.smtp;

import java.io.IOException;

/** A conversation that cannot go on. */
public final class SmtpTrouble extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot. */
    public enum Kind {
        /** The other side went away, or the network did. */
        GONE,
        /** It was silent, or slow, for too long. */
        LATE,
        /** It said more than anybody needs to. */
        TOO_LONG,
        /** A line that does not end with CRLF, or holds what no line holds. */
        GARBLED,
        /** It did not get as far as encryption, which is insisted on. */
        NOT_ENCRYPTED
    }

    private final Kind kind;

    public SmtpTrouble(Kind kind, String how) {
        super(kind + ": " + how);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
