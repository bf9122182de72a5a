package jp.kiyome.mail.authentication.header;

import jp.kiyome.core.text.Ascii;

/**
 * One field of a header.
 *
 * @param raw as it stands in the mail, one character a byte, folded lines and all, without the line end behind it
 * @param name as it was written
 * @param offset of its first byte in the mail
 */
public record HeaderField(String raw, String name, long offset) {

    /** Whether the field has this name, in any case. */
    public boolean is(String other) {
        return Ascii.lower(name).equals(Ascii.lower(other));
    }

    /** What stands behind the colon, still folded. */
    public String value() {
        return raw.substring(raw.indexOf(':') + 1);
    }

    /** What stands behind the colon, on one line (RFC 5322 §2.2.3). */
    public String unfolded() {
        return value().replace("\r\n", "");
    }

    /** Bytes with the line end. */
    public long length() {
        return raw.length() + 2L;
    }
}
