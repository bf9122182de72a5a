package jp.kiyome.bridge.icap;

/** As what a file is shown to a scanner: RFC 3507 §4.8 and §4.9. */
public enum IcapMode {
    /** As an upload. */
    REQMOD,
    /** As a download. */
    RESPMOD
}
