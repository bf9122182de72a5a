package jp.kiyome.mail.settings;

/** What is spoken with another server. */
public enum Protocol {
    SMTP,
    /** An answer for each recipient (RFC 2033). */
    LMTP
}
