package jp.kiyome.mail.authentication.dns;

/** What is asked for. */
public enum RecordType {
    A,
    AAAA,
    MX,
    PTR,
    TXT
}
