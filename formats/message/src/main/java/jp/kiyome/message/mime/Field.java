package jp.kiyome.message.mime;

import jp.kiyome.core.text.Ascii;

/**
 * A field of a header (RFC 5322 §2.2).
 *
 * @param name as it stands there
 * @param value unfolded, a character for each byte, without white space around it
 */
public record Field(String name, String value) {

    /** Whether this is the field of that name, in any case. */
    public boolean is(String lowerName) {
        return key().equals(lowerName);
    }

    /** The name in lower case. */
    public String key() {
        return Ascii.lower(name);
    }
}
